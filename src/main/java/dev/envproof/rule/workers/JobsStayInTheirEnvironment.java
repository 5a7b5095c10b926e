package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Worker;
import dev.envproof.fault.Fault;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.QueuedJob;
import dev.envproof.probe.worker.QueuedJob.Abroad;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** No worker of one does what the other one's API queued, and no broker holds the queues of both. */
@Card(
        id = "workers/jobs-stay-in-their-environment",
        says = "neither does the other one's jobs",
        severity = Severity.CRITICAL,
        because = "half of the jobs run against the other environment's data, and half of its jobs run here",
        remedy =
                "give each environment a broker of its own, or a database number or virtual host of its own on a shared one",
        requires = Need.WORKERS,
        trippedBy = Fault.WORKERS_BROKER_OF_SIBLING,
        verifies = {"CE-10", "CE-12", "IN-12", "IN-14"},
        unordered = true)
public final class JobsStayInTheirEnvironment implements Rule.OfPair<WorkerProbe.Seen> {

    @Override
    public Verdict judge(Environment from, WorkerProbe.Seen a, Environment to, WorkerProbe.Seen b) {
        return Crews.of(a, b).judge((one, other) -> {
            Verdict stores = Crews.stores(one, other, Worker::broker, "one broker holds the queues of both");
            return stores instanceof Verdict.Broken
                    ? stores
                    : Crews.telling(
                            List.of(stores),
                            Stream.concat(left(from, one, to), left(to, other, from))
                                    .toList());
        });
    }

    private static Stream<Verdict> left(Environment home, Crew crew, Environment abroad) {
        return crew.jobs().stream()
                .flatMap(job -> job.at(abroad.name()).stream().map(found -> judge(home, job, abroad, found)));
    }

    private static Verdict judge(Environment home, QueuedJob job, Environment abroad, Abroad found) {
        String name = "the job of " + home.name() + " in " + job.queue();
        boolean isDoneThere = found.environment().isPresent();
        boolean isForeign = found.environment().filter(it -> !home.goesBy(it)).isPresent();
        if (isDoneThere && (!job.isDone() || isForeign)) {
            return Verdict.broken(
                    "jobs that are done at home",
                    name + " was done by a worker of " + abroad.name() + ", whose API tells its result",
                    job.exchange());
        }
        return job.isDone()
                ? Verdict.held(name + " was done at home", job.exchange())
                : Verdict.inconclusive(name + " was not done at home", job.exchange());
    }
}
