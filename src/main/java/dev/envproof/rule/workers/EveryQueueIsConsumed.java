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

/** Of each queue that the worker must consume, a job is done; queues that nobody declares are nobody's business. */
@Card(
        id = "workers/every-queue-is-consumed",
        says = "its worker consumes every declared queue",
        severity = Severity.HIGH,
        because = "jobs of that queue wait for ever, and nobody is told",
        remedy = "name every queue where the worker is started, as with `-Q extraction,default`",
        requires = Need.JOB_CANARIES,
        trippedBy = Fault.WORKERS_QUEUE_UNCONSUMED,
        verifies = {"CE-12", "IN-14"})
public final class EveryQueueIsConsumed implements Rule.OfEnvironment<WorkerProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, WorkerProbe.Seen seen) {
        return Verdict.all(seen.crews().stream()
                .filter(crew -> environment.canaries().contains(crew.worker().name()))
                .map(EveryQueueIsConsumed::judge)
                .toList());
    }

    private static Verdict judge(Crew crew) {
        if (crew.done().isEmpty()) {
            return Verdict.inconclusive("no job of any queue was done; see workers/queued-jobs-are-done");
        }
        return Verdict.all(
                crew.worker().queues().stream().map(queue -> judge(crew, queue)).toList());
    }

    private static Verdict judge(Crew crew, String queue) {
        if (crew.in(queue).stream().anyMatch(QueuedJob::isDone)) {
            return Verdict.held(queue + " is consumed");
        }
        if (crew.in(queue).stream().anyMatch(QueuedJob::isDoneElsewhere)) {
            return Verdict.inconclusive(
                    "a sibling's worker took the jobs of " + queue + "; see workers/jobs-stay-in-their-environment");
        }
        boolean isUnknown =
                crew.in(queue).stream().allMatch(job -> job.outcome().known().isEmpty());
        return isUnknown
                ? Verdict.inconclusive("no job could be put into " + queue)
                : Verdict.broken(
                        "a job of each queue that is done within "
                                + crew.worker().within().toSeconds() + " s",
                        "no job of " + queue + " was done, while those of other queues were");
    }
}
