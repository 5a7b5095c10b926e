package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.stream.Stream;

/** A broker or result backend that is declared to be another store is that store: same server, same number. */
@Card(
        id = "workers/broker-and-results-are-as-declared",
        says = "its broker and its results are the Redis that they are declared to be",
        severity = Severity.HIGH,
        because = "backups, limits and alerts watch one Redis while the jobs are in another",
        remedy =
                "set the broker's and the result backend's URL from the variable of the store that they are declared to be",
        requires = Need.SAME_REDIS,
        trippedBy = Fault.WORKERS_RESULTS_ELSEWHERE,
        verifies = "CE-10")
public final class BrokerAndResultsAreAsDeclared implements Rule.OfEnvironment<WorkerProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, WorkerProbe.Seen seen) {
        return Verdict.all(seen.crews().stream()
                .flatMap(crew -> Stream.of(crew.worker().broker(), crew.worker().results())
                        .distinct()
                        .flatMap(store -> system.store(store).stream())
                        .filter(Store.Redis.class::isInstance)
                        .map(Store.Redis.class::cast)
                        .flatMap(store -> store.sameAs().stream().map(other -> judge(crew, store.name(), other))))
                .toList());
    }

    private static Verdict judge(Crew crew, String store, String other) {
        return crew.redis(store)
                .fold(
                        one -> crew.redis(other)
                                .fold(
                                        two -> one.hasKeysOf(two)
                                                ? Verdict.held(store + " is " + other + ": " + one)
                                                : Verdict.broken(
                                                        store + " is " + other,
                                                        store + " is " + one + ", and " + other + " is " + two),
                                        Verdict::inconclusive),
                        Verdict::inconclusive);
    }
}
