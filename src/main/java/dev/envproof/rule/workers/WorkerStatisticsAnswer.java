package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Set;

/** The statistics that the service tells name a worker for every declared queue; asking writes nothing. */
@Card(
        id = "workers/worker-statistics-answer",
        says = "its worker statistics name a worker for every queue",
        severity = Severity.HIGH,
        because = "who watches the statistics learns of a dead worker from the users",
        remedy = "let workers answer remote control, and let the service ask the broker that they use",
        requires = Need.WORKER_STATISTICS,
        trippedBy = Fault.WORKERS_STATISTICS_SILENT,
        verifies = {"CE-02", "CE-22"})
public final class WorkerStatisticsAnswer implements Rule.OfEnvironment<WorkerProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, WorkerProbe.Seen seen) {
        return Verdict.all(seen.crews().stream()
                .flatMap(crew -> crew.statistics().stream()
                        .map(told -> told.fold(queues -> judge(crew, queues), Verdict::inconclusive)))
                .toList());
    }

    private static Verdict judge(Crew crew, Set<String> told) {
        List<String> missing = crew.worker().queues().stream()
                .filter(queue -> !told.contains(queue))
                .toList();
        return missing.isEmpty()
                ? Verdict.held("a worker is named for "
                        + String.join(", ", crew.worker().queues()))
                : Verdict.broken("a worker for every queue", "no worker is named for " + String.join(", ", missing));
    }
}
