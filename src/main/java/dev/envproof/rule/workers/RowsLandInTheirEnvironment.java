package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.QueuedJob;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** The row that a job writes is in its own environment's database and in no other. */
@Card(
        id = "workers/rows-land-in-their-environment",
        says = "what one's jobs write is not in the other",
        severity = Severity.CRITICAL,
        because = "jobs of one environment write to the other one's data while every request of its API is right",
        remedy = "give the worker the same database URL as its service, from the same place",
        requires = Need.WORKERS,
        trippedBy = Fault.WORKERS_DATABASE_OF_SIBLING,
        verifies = {"CE-10", "IN-12", "IN-14"},
        unordered = true)
public final class RowsLandInTheirEnvironment implements Rule.OfPair<WorkerProbe.Seen> {

    @Override
    public Verdict judge(Environment from, WorkerProbe.Seen a, Environment to, WorkerProbe.Seen b) {
        return Crews.of(a, b)
                .judge((one, other) -> Crews.telling(
                        Stream.concat(rows(from, one, to), rows(to, other, from))
                                .toList(),
                        List.of()));
    }

    private static Stream<Verdict> rows(Environment home, Crew crew, Environment abroad) {
        return crew.done().stream()
                .flatMap(job -> job.row().stream()
                        .flatMap(own -> job.at(abroad.name()).stream()
                                .flatMap(found -> found.row().stream())
                                .map(there -> judge(home, own, abroad, there, job))));
    }

    private static Verdict judge(
            Environment home, Fact<Boolean> own, Environment abroad, Fact<Boolean> there, QueuedJob job) {
        String row = "the row of a job of " + home.name();
        if (there.known().orElse(false)) {
            return Verdict.broken(
                    "rows in the database of " + home.name(), row + " is in that of " + abroad.name(), job.exchange());
        }
        if (there.known().isEmpty()) {
            return Verdict.inconclusive(row + " could not be looked for in " + abroad.name());
        }
        return own.known().orElse(false)
                ? Verdict.held(row + " is at home and not in " + abroad.name(), job.exchange())
                : Verdict.inconclusive(row + " does not show at home, nor in " + abroad.name());
    }
}
