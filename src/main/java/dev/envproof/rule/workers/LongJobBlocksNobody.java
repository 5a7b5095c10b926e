package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.worker.LongJobProbe;
import dev.envproof.probe.worker.LongJobProbe.Behind;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Behind jobs that hang in every hand of the worker, the next job is done once the time limit has ended them. */
@Card(
        id = "workers/long-job-blocks-nobody",
        says = "a job that hangs blocks no other",
        severity = Severity.HIGH,
        because = "one bad document stops all work until somebody restarts the worker",
        remedy = "set a hard time limit for tasks, and give queues of long jobs a worker of their own",
        requires = {Need.JOB_CANARIES, Need.TIME_LIMIT},
        trippedBy = Fault.WORKERS_JOB_WITHOUT_LIMIT,
        verifies = "CE-12")
public final class LongJobBlocksNobody implements Rule.OfEnvironment<LongJobProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LongJobProbe.Seen seen) {
        return Verdict.all(
                seen.behind().stream().map(LongJobBlocksNobody::judge).toList());
    }

    private static Verdict judge(Behind behind) {
        String job = "the job behind those that hang in " + behind.queue();
        String time = behind.limit().toSeconds() + " s";
        return behind.isDone()
                .fold(
                        isDone -> isDone
                                ? Verdict.held(job + " was done within " + time)
                                : Verdict.broken(
                                        "a time limit that ends what hangs", job + " was not done within " + time),
                        Verdict::inconclusive);
    }
}
