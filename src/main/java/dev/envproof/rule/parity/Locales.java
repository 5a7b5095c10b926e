package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.probe.store.DatabaseLocale;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.LocaleProbe;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.function.Function;

/** Compares one fact about each database of two environments. */
record Locales(Environment from, LocaleProbe.Seen one, Environment to, LocaleProbe.Seen other) {

    /** @param says a fact as words for a report; equal words are one */
    <T> Verdict compared(
            String expected,
            Function<DatabaseLocale, Fact<T>> fact,
            Function<T, Object> identity,
            Function<T, String> says) {
        List<Verdict> parts = one.databases().stream()
                .flatMap(mine -> other.databases().stream()
                        .filter(theirs -> theirs.store().equals(mine.store()))
                        .map(theirs ->
                                judge(mine.store(), expected, fact.apply(mine), fact.apply(theirs), identity, says)))
                .toList();
        return Verdict.all(parts);
    }

    private <T> Verdict judge(
            String store,
            String expected,
            Fact<T> mine,
            Fact<T> theirs,
            Function<T, Object> identity,
            Function<T, String> says) {
        return mine.fold(
                known -> theirs.fold(
                        also -> {
                            String saw = store + ": " + from.name() + " has " + says.apply(known) + ", " + to.name()
                                    + " has " + says.apply(also);
                            return identity.apply(known).equals(identity.apply(also))
                                    ? Verdict.held(saw)
                                    : Verdict.broken(expected, saw);
                        },
                        why -> Verdict.inconclusive(to.name() + ": " + why)),
                why -> Verdict.inconclusive(from.name() + ": " + why));
    }
}
