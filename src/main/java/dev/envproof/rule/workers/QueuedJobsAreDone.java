package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.fault.Fault;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.QueuedJob;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A job that is queued through the API is done, and its result can be read, in the declared time. */
@Card(
        id = "workers/queued-jobs-are-done",
        says = "its worker does the jobs that its API queues",
        severity = Severity.CRITICAL,
        because = "the API accepts work that nobody ever does, while every health check is green",
        remedy = "start the worker, and give it the broker that its service has",
        requires = Need.JOB_CANARIES,
        trippedBy = Fault.WORKERS_DOWN,
        verifies = {"CE-12", "CE-22", "IN-08", "IN-14"})
public final class QueuedJobsAreDone implements Rule.OfEnvironment<WorkerProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, WorkerProbe.Seen seen) {
        return Verdict.all(seen.crews().stream()
                .filter(crew -> environment.canaries().contains(crew.worker().name()))
                .map(QueuedJobsAreDone::judge)
                .toList());
    }

    private static Verdict judge(Crew crew) {
        Exchange[] exchanges =
                crew.jobs().stream().map(QueuedJob::exchange).limit(1).toArray(Exchange[]::new);
        long time = crew.worker().within().toSeconds();
        if (!crew.done().isEmpty()) {
            return Verdict.held(
                    crew.worker().name() + " did " + crew.done().size() + " of "
                            + crew.jobs().size() + " jobs within " + time + " s",
                    exchanges);
        }
        Optional<String> unknown = crew.jobs().stream()
                .flatMap(job -> job.outcome().fold(known -> Stream.<String>empty(), Stream::of))
                .findFirst();
        if (unknown.isPresent()) {
            return Verdict.inconclusive(unknown.get(), exchanges);
        }
        if (crew.jobs().stream().anyMatch(QueuedJob::isDoneElsewhere)) {
            return Verdict.inconclusive(
                    "a sibling's worker did them; see workers/jobs-stay-in-their-environment", exchanges);
        }
        String states = crew.jobs().stream()
                .flatMap(job -> job.outcome().known().stream())
                .map(QueuedJob.Outcome::state)
                .distinct()
                .collect(Collectors.joining(", "));
        return Verdict.broken(
                "a job that is done within " + time + " s",
                "none of " + crew.jobs().size() + " jobs of " + crew.worker().name() + " was done: " + states,
                exchanges);
    }
}
