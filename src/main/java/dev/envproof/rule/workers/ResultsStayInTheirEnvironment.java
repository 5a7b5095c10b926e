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

/** What came of one environment's jobs, the other one's API does not tell. */
@Card(
        id = "workers/results-stay-in-their-environment",
        says = "neither reads the other one's results",
        severity = Severity.HIGH,
        because = "results of one environment are shown, and overwritten, in the other",
        remedy = "give each environment a result backend of its own, or a database number of its own on a shared one",
        requires = Need.WORKERS,
        trippedBy = Fault.WORKERS_RESULTS_OF_SIBLING,
        verifies = {"CE-10", "IN-12"},
        unordered = true)
public final class ResultsStayInTheirEnvironment implements Rule.OfPair<WorkerProbe.Seen> {

    @Override
    public Verdict judge(Environment from, WorkerProbe.Seen a, Environment to, WorkerProbe.Seen b) {
        return Crews.of(a, b).judge((one, other) -> {
            Verdict stores = Crews.stores(one, other, Worker::results, "one result backend holds the results of both");
            return stores instanceof Verdict.Broken
                    ? stores
                    : Crews.telling(
                            List.of(stores),
                            Stream.concat(read(from, one, to), read(to, other, from))
                                    .toList());
        });
    }

    private static Stream<Verdict> read(Environment home, Crew crew, Environment abroad) {
        return crew.done().stream()
                .flatMap(job -> job.at(abroad.name()).stream().map(found -> judge(home, job, abroad, found)));
    }

    private static Verdict judge(Environment home, QueuedJob job, Environment abroad, Abroad found) {
        String name = "the result of " + home.name() + " in " + job.queue();
        return found.shown()
                .fold(
                        isShown -> isShown
                                ? Verdict.broken(
                                        "results that are read at home",
                                        name + " was read through the API of " + abroad.name(),
                                        job.exchange())
                                : Verdict.held(name + " was read at home alone", job.exchange()),
                        why -> Verdict.inconclusive(name + " at " + abroad.name() + ": " + why, job.exchange()));
    }
}
