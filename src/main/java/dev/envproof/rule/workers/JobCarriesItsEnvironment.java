package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.worker.QueuedJob;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** The worker that did a job calls the environment by the name that the API was asked for. */
@Card(
        id = "workers/job-carries-its-environment",
        says = "its worker knows which environment a job is for",
        severity = Severity.HIGH,
        because = "what the job logs, reports and mails is filed under another environment, or under none",
        remedy = "put the environment into the job when it is queued, and read it there in the worker",
        requires = Need.JOB_CANARIES,
        trippedBy = Fault.WORKERS_ENVIRONMENT_LOST,
        verifies = {"CE-12", "IN-14"})
public final class JobCarriesItsEnvironment implements Rule.OfEnvironment<WorkerProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, WorkerProbe.Seen seen) {
        List<QueuedJob> done =
                seen.crews().stream().flatMap(crew -> crew.done().stream()).toList();
        return done.isEmpty()
                ? Verdict.inconclusive("no job was done; see workers/queued-jobs-are-done")
                : Verdict.all(done.stream().map(job -> judge(environment, job)).toList());
    }

    private static Verdict judge(Environment environment, QueuedJob job) {
        String told = job.outcome().known().map(QueuedJob.Outcome::environment).orElse("");
        return environment.goesBy(told)
                ? Verdict.held("the worker calls its environment " + told, job.exchange())
                : Verdict.broken(
                        environment.name(),
                        told.isEmpty() ? "the worker names no environment" : "the worker calls its environment " + told,
                        job.exchange());
    }
}
