package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.PersonalColumn;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Set;

/** No person is in two environments: declared columns are compared by fingerprints, never by values. */
@Card(
        id = "isolation/personal-data-stays-home",
        says = "no personal data of one is in the other",
        severity = Severity.CRITICAL,
        because = "people's data are read, mailed and lost where nobody guards them",
        remedy = "anonymise every personal column before a copy leaves its environment, and delete this copy",
        requires = Need.PERSONAL_DATA,
        trippedBy = Fault.ISOLATION_PERSONAL_DATA_COPIED,
        verifies = {"JP-01", "JP-17", "EA-12", "EP-08"},
        unordered = true)
public final class PersonalDataStaysHome implements Rule.OfPair<StoreProbe.Seen> {

    @Override
    public Verdict judge(Environment from, StoreProbe.Seen a, Environment to, StoreProbe.Seen b) {
        return Couple.judge(
                from,
                a,
                to,
                b,
                couple -> couple.sameDatabase()
                        .orElseGet(() -> Verdict.all(couple.one().personalData().stream()
                                .flatMap(one -> couple.other().personalData().stream()
                                        .filter(other -> other.name().equals(one.name()))
                                        .map(other -> judge(couple, one, other)))
                                .toList())));
    }

    private static Verdict judge(Couple couple, PersonalColumn one, PersonalColumn other) {
        return one.fingerprints()
                .fold(
                        first -> other.fingerprints()
                                .fold(second -> judge(couple, one, first, other, second), Verdict::inconclusive),
                        Verdict::inconclusive);
    }

    private static Verdict judge(
            Couple couple, PersonalColumn one, Set<String> first, PersonalColumn other, Set<String> second) {
        String name = one.name().table() + "." + one.name().column();
        long shared = first.stream()
                        .filter(value ->
                                second.contains(value) || other.hashed().contains(value))
                        .count()
                + second.stream().filter(one.hashed()::contains).count();
        return shared == 0
                ? Verdict.held(name + ": " + first.size() + " and " + second.size() + " values, none in both")
                : Verdict.broken(
                        "no value of " + name + " in both",
                        shared + " of " + first.size() + " and " + second.size() + " values are in both "
                                + couple.names());
    }
}
