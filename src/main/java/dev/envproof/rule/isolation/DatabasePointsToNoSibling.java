package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.Pointer;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Nothing enabled in one environment's database reaches the other: no foreign server, subscription, job or webhook. */
@Card(
        id = "isolation/database-points-to-no-sibling",
        says = "nothing in the database of the first reaches the second",
        severity = Severity.CRITICAL,
        because = "a restored copy goes on to call, replicate from and write to the environment that it came from",
        remedy = "drop or repoint foreign servers, subscriptions, scheduled jobs and webhooks after each restore",
        requires = Need.DATABASE,
        trippedBy = Fault.ISOLATION_FOREIGN_SERVER_OF_SIBLING,
        verifies = {"JP-01", "IN-12", "EA-18", "EP-08"})
public final class DatabasePointsToNoSibling implements Rule.OfPair<StoreProbe.Seen> {

    @Override
    public Verdict judge(Environment from, StoreProbe.Seen a, Environment to, StoreProbe.Seen b) {
        return Verdict.all(a.databases().stream()
                .flatMap(database -> database.pointers().stream())
                .map(pointers -> judge(pointers, a, to, b))
                .toList());
    }

    private static Verdict judge(
            Fact<List<Pointer>> pointers, StoreProbe.Seen own, Environment to, StoreProbe.Seen sibling) {
        return pointers.fold(
                known -> {
                    String hits = known.stream()
                            .filter(pointer -> reaches(pointer, sibling) && !reaches(pointer, own))
                            .map(Pointer::toString)
                            .collect(Collectors.joining(", "));
                    return hits.isEmpty()
                            ? Verdict.held("nothing there leads to " + to.name())
                            : Verdict.broken("nothing that leads to " + to.name(), hits);
                },
                Verdict::inconclusive);
    }

    private static boolean reaches(Pointer pointer, StoreProbe.Seen environment) {
        return environment.places().stream().anyMatch(place -> place.isLedToBy(pointer.place()))
                || environment.refs().own().stream().anyMatch(pointer.place().host()::contains);
    }
}
