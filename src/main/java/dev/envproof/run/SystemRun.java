package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.environment.Targets.Where;
import dev.envproof.evidence.Redaction;
import dev.envproof.replica.Replica;
import dev.envproof.report.Outcome;
import dev.envproof.suite.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One system of a run, looked at and judged; closing stops its replica.
 *
 * @param verified the selected environments, as they can be reached until it is closed
 * @param outcome with its alerts
 * @param version what the services say they are
 * @param redaction hides the secrets of these and of their siblings
 */
record SystemRun(Optional<Replica> replica, List<Target> verified, Outcome outcome, String version, Redaction redaction)
        implements AutoCloseable {

    /** @param hidden the secrets of every system of the run */
    static SystemRun of(
            Plan plan,
            Flags flags,
            Redaction hidden,
            Map<String, String> processEnvironment,
            Consumer<String> console,
            Progress progress) {
        Instant started = Instant.now();
        Optional<LatencyBaseline> baseline = flags.baseline().map(LatencyBaseline::read);
        Optional<Replica> replica =
                plan.engine().map(engine -> engine.start(plan.system(), plan.deviations(), console));
        try {
            List<Target> targets = targets(plan, replica, processEnvironment);
            Redaction redaction =
                    Redaction.union(List.of(Hiding.ofSystem(plan.system(), targets, processEnvironment), hidden));
            Outcome judged =
                    new Judgement(plan, flags, targets, baseline, redaction, console, progress).outcome(started);
            List<Target> verified = plan.onlySelected(targets);
            Outcome alerted = plan.shard().isFirst() ? Watching.alerted(judged, verified, redaction) : judged;
            flags.drift()
                    .map(DriftBaseline::read)
                    .map(it -> it.told(
                            DriftBaseline.seen(verified, DriftLook.of(verified, redaction, processEnvironment)),
                            alerted.gate().isOpen()))
                    .ifPresent(lines -> lines.forEach(console));
            return new SystemRun(replica, verified, alerted, Watching.version(verified, redaction), redaction);
        } catch (RuntimeException | Error failed) {
            replica.ifPresent(Replica::close);
            throw failed;
        }
    }

    @Override
    public void close() {
        replica.ifPresent(Replica::close);
    }

    private static List<Target> targets(Plan plan, Optional<Replica> replica, Map<String, String> processEnvironment) {
        List<Target> targets = new ArrayList<>();
        plan.deployed().forEach(it -> targets.add(Targets.remote(plan.system(), it, processEnvironment)));
        replica.stream()
                .flatMap(running -> running.targets().stream())
                .filter(target -> plan.deployed().isEmpty()
                        || plan.where().get(target.environment().name()) == Where.REPLICA)
                .forEach(targets::add);
        return targets;
    }
}
