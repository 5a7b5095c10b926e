package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Both databases have the same migrations; one may be ahead by as many of the newest as its file declares. */
@Card(
        id = "isolation/migrations-are-in-step",
        says = "their databases have the same migrations",
        severity = Severity.HIGH,
        because = "what passes in one environment fails in the other on a missing column",
        remedy = "apply the missing migrations, or declare `migrations-ahead` while a release rolls out",
        requires = Need.MIGRATIONS,
        trippedBy = Fault.ISOLATION_MIGRATION_MISSING,
        verifies = {"JP-01", "CE-20", "EP-14"},
        unordered = true)
public final class MigrationsAreInStep implements Rule.OfPair<StoreProbe.Seen> {

    @Override
    public Verdict judge(Environment from, StoreProbe.Seen a, Environment to, StoreProbe.Seen b) {
        return Couple.judge(
                from,
                a,
                to,
                b,
                couple -> applied(couple.one().migrations())
                        .fold(
                                one -> applied(couple.other().migrations())
                                        .fold(other -> judge(couple, one, other), Verdict::inconclusive),
                                Verdict::inconclusive));
    }

    private static Verdict judge(Couple couple, Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return Verdict.inconclusive("neither database records a migration");
        }
        Optional<Verdict> broken = lag(
                        couple.from(), one, couple.to(), other, couple.one().store())
                .or(() ->
                        lag(couple.to(), other, couple.from(), one, couple.one().store()));
        return broken.orElseGet(() -> Verdict.held(one.size() + " and " + other.size() + " migrations, in step"));
    }

    /** What {@code ahead} has that {@code behind} lacks, unless it is allowed to. */
    private static Optional<Verdict> lag(
            Environment ahead, Set<String> has, Environment behind, Set<String> lacks, String store) {
        TreeSet<String> missing = new TreeSet<>(NewestLast.ORDER);
        missing.addAll(has);
        missing.removeAll(lacks);
        int allowed = ahead.store(store).map(StoreAddress::migrationsAhead).orElse(0);
        boolean areNewest = missing.isEmpty()
                || lacks.stream().allMatch(applied -> NewestLast.ORDER.compare(applied, missing.first()) < 0);
        return missing.isEmpty() || missing.size() <= allowed && areNewest
                ? Optional.empty()
                : Optional.of(Verdict.broken(
                        "the migrations of " + ahead.name() + " in " + behind.name(),
                        behind.name() + " lacks " + missing.size() + ", the last is " + missing.last()));
    }

    private static Fact<Set<String>> applied(Optional<Fact<Set<String>>> migrations) {
        return migrations.orElseGet(() -> new Fact.Unknown<>("no migrations are declared"));
    }
}
