package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.QueuedJob;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Of every variable that both need, worker and service have one value. */
@Card(
        id = "workers/worker-agrees-with-its-service",
        says = "its worker and its service have the same values",
        severity = Severity.HIGH,
        because = "the worker does its jobs with another database, key or broker than the service thinks",
        remedy = "give both their variables from one place, and restart both after a change",
        requires = {Need.JOB_CANARIES, Need.WORKER_VARIABLES},
        trippedBy = Fault.WORKERS_VARIABLE_OUTDATED,
        verifies = {"CE-10", "IN-14"})
public final class WorkerAgreesWithItsService implements Rule.OfEnvironment<WorkerProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, WorkerProbe.Seen seen) {
        return Verdict.all(seen.crews().stream()
                .filter(crew -> crew.worker().job().workerVariables().isPresent())
                .filter(crew -> environment.canaries().contains(crew.worker().name()))
                .map(WorkerAgreesWithItsService::judge)
                .toList());
    }

    private static Verdict judge(Crew crew) {
        List<Verdict> told = crew.done().stream()
                .flatMap(job -> job.outcome().known().stream().map(outcome -> judge(crew, job, outcome)))
                .toList();
        return told.isEmpty()
                ? Verdict.inconclusive("no job was done; see workers/queued-jobs-are-done")
                : Verdict.all(told);
    }

    /** Names alone: a fingerprint that lives in a report could be guessed at. */
    private static Verdict judge(Crew crew, QueuedJob job, QueuedJob.Outcome outcome) {
        Map<String, String> known = crew.expected().getOrDefault(job.id(), Map.of());
        Set<String> needed = new TreeSet<>(known.keySet());
        Set<String> differing = new TreeSet<>();
        Set<String> compared = new TreeSet<>();
        outcome.workerVariables().forEach((name, its) -> {
            String service = outcome.serviceVariables().getOrDefault(name, known.getOrDefault(name, ""));
            if (!service.isEmpty()) {
                compared.add(name);
                if (!service.equals(its)) {
                    differing.add(name);
                }
            }
        });
        needed.removeAll(outcome.workerVariables().keySet());
        if (!differing.isEmpty()) {
            return Verdict.broken("equal values", String.join(", ", differing) + " differ");
        }
        if (compared.isEmpty()) {
            return Verdict.inconclusive("the worker tells no fingerprint that could be compared");
        }
        return needed.isEmpty()
                ? Verdict.held("the same value in " + String.join(", ", compared))
                : Verdict.broken("equal values", "the worker lacks " + String.join(", ", needed));
    }
}
