package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Worker.Scheduler;
import dev.envproof.fault.Fault;
import dev.envproof.probe.worker.Ticking;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.time.Duration;

/** In the periods that were watched there is one tick each. */
@Card(
        id = "workers/scheduler-ticks-once-per-period",
        says = "its scheduler ticks once per period",
        severity = Severity.HIGH,
        because = "without a tick nothing is done by the clock; with two, every mail and every bill goes out twice",
        remedy = "run one scheduler, restart it with each deployment, and let a lock keep a standby quiet",
        requires = Need.SCHEDULER,
        trippedBy = {Fault.WORKERS_SCHEDULER_ABSENT, Fault.WORKERS_SCHEDULER_DOUBLED},
        verifies = {"CE-12", "CE-22"})
public final class SchedulerTicksOncePerPeriod implements Rule.OfEnvironment<WorkerProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, WorkerProbe.Seen seen) {
        return Verdict.all(seen.crews().stream()
                .flatMap(crew -> crew.ticking().stream()
                        .flatMap(ticking -> crew.worker().scheduler().stream()
                                .map(declared -> ticking.fold(told -> judge(declared, told), Verdict::inconclusive))))
                .toList());
    }

    /** One more or less at each end of what was watched is no second scheduler. */
    private static Verdict judge(Scheduler declared, Ticking told) {
        long watched = Duration.between(told.since(), told.now()).toMillis();
        long periods = watched / declared.period().toMillis();
        long ticks = told.ticks().stream()
                .filter(tick -> tick.isAfter(told.since()) && !tick.isAfter(told.now()))
                .count();
        if (periods < 2) {
            return Verdict.inconclusive("fewer than two periods were watched");
        }
        String saw = ticks + " ticks in " + periods + " periods of "
                + declared.period().toSeconds() + " s";
        boolean isOnce = ticks >= periods - 1 && ticks <= periods + 1;
        return isOnce ? Verdict.held(saw) : Verdict.broken("one tick a period", saw);
    }
}
