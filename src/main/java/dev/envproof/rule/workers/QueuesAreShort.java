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

/** No more jobs wait in a queue than its worker's file allows; looked at in the broker, and nothing is written. */
@Card(
        id = "workers/queues-are-short",
        says = "no more jobs wait in a queue than declared",
        severity = Severity.MEDIUM,
        because = "work is hours late before anybody notices, and the broker's memory runs full",
        remedy = "start more workers, or find out what makes its jobs slow",
        requires = Need.QUEUE_DEPTH,
        trippedBy = Fault.WORKERS_BACKLOG,
        verifies = {"CE-12", "CE-22"})
public final class QueuesAreShort implements Rule.OfEnvironment<WorkerProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, WorkerProbe.Seen seen) {
        return Verdict.all(seen.crews().stream()
                .flatMap(crew -> crew.worker().queueDepth().stream()
                        .flatMap(depth ->
                                crew.waiting().keySet().stream().sorted().map(queue -> judge(crew, queue, depth))))
                .toList());
    }

    private static Verdict judge(Crew crew, String queue, int depth) {
        return crew.waiting(queue)
                .fold(
                        waiting -> waiting > depth
                                ? Verdict.broken("at most " + depth + " jobs that wait", waiting + " wait in " + queue)
                                : Verdict.held(waiting + " wait in " + queue),
                        Verdict::inconclusive);
    }
}
