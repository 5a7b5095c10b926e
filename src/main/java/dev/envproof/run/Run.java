package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.environment.Targets.Where;
import dev.envproof.evidence.Redaction;
import dev.envproof.merge.Basis;
import dev.envproof.merge.ShardRecord;
import dev.envproof.replica.Replica;
import dev.envproof.report.Console;
import dev.envproof.report.Gate;
import dev.envproof.report.HookResult;
import dev.envproof.report.Outcome;
import dev.envproof.report.Reports;
import dev.envproof.report.VerdictJson;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Progress;
import dev.envproof.suite.Shard;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One run, from its flags to its gate; reports are written as soon as all is judged; closing stops the replica. */
public final class Run implements AutoCloseable {
    private final Optional<Replica> replica;
    private final List<Target> targets;
    private final Outcome outcome;
    private final Consumer<String> console;

    private Run(Optional<Replica> replica, List<Target> targets, Outcome outcome, Consumer<String> console) {
        this.replica = replica;
        this.targets = targets;
        this.outcome = outcome;
        this.console = console;
    }

    /**
     * Starts what is needed, looks, judges and writes the reports.
     *
     * @param processEnvironment values of <code>${NAME}</code> and of the variables of deployed environments
     * @param console takes the lines of a log
     * @throws RuntimeException of a kind that {@link Complaint} names, for whatever a user can mend
     */
    public static Run start(Flags flags, Map<String, String> processEnvironment, Consumer<String> console) {
        return start(flags, processEnvironment, console, new PlainLines(console));
    }

    /** @param progress is told of every look */
    public static Run start(
            Flags flags, Map<String, String> processEnvironment, Consumer<String> console, Progress progress) {
        Instant started = Instant.now(Clock.systemUTC());
        try (Reports reports = Reports.claim(flags.folder().resolve("reports"))) {
            Plan plan = Plan.of(flags, processEnvironment);
            Optional<LatencyBaseline> baseline = flags.baseline().map(LatencyBaseline::read);
            new Opening(plan).lines().forEach(console);
            Optional<Replica> replica =
                    plan.engine().map(engine -> engine.start(plan.system(), plan.deviations(), console));
            try {
                List<Target> targets = targets(plan, replica, processEnvironment);
                Redaction redaction = Hiding.ofSystem(plan.system(), targets, processEnvironment);
                Outcome judged =
                        new Judgement(plan, flags, targets, baseline, redaction, console, progress).outcome(started);
                List<Target> verified = plan.onlySelected(targets);
                Outcome alerted = plan.shard().isFirst() ? Watching.alerted(judged, verified, redaction) : judged;
                String version = Watching.version(verified, redaction);
                if (!plan.shard().isWhole()) {
                    reports.write(alerted);
                    Basis basis = Basis.of(flags.folder(), plan.system().name());
                    reports.add(
                            ShardRecord.FILE,
                            ShardRecord.of(alerted, basis, version).json());
                    return new Run(replica, verified, alerted, console); // `merge` tells, and runs the hook
                }
                Outcome watched = new Watching(flags, processEnvironment, console).watched(alerted, version, redaction);
                reports.write(watched);
                return new Run(
                        replica,
                        verified,
                        hooked(watched, flags, Hiding.ofProcess(redaction, processEnvironment), reports, console),
                        console);
            } catch (RuntimeException | Error failed) {
                replica.ifPresent(Replica::close);
                throw failed;
            }
        }
    }

    /** The hook is given the verdict as it is, and stands in the one that is left. */
    static Outcome hooked(
            Outcome outcome, Flags flags, Redaction redaction, Reports reports, Consumer<String> console) {
        if (outcome.gate().isOpen() || flags.hook().isEmpty()) {
            return outcome;
        }
        HookResult result = flags.hook().get().run(VerdictJson.of(outcome), redaction);
        console.accept(result.text());
        Outcome told = outcome.with(result);
        reports.write(told);
        return told;
    }

    /** All that its reports print. */
    public Outcome outcome() {
        return outcome;
    }

    /** The verified environments, as they can be reached until the run is closed. */
    public List<Target> targets() {
        return targets;
    }

    public Findings findings() {
        return outcome.findings();
    }

    public Gate gate() {
        return outcome.gate();
    }

    /** Stops the replica and prints the matrix and the gate's word. */
    @Override
    public void close() {
        replica.ifPresent(Replica::close);
        Shard shard = outcome.findings().shard();
        if (!shard.isWhole()) {
            console.accept("what follows is of shard " + shard + " alone; `merge` decides over the reports of all");
        }
        new Console(isTerminal()).lines(outcome).forEach(console);
    }

    /** Whether a person reads along. */
    @SuppressWarnings("SystemConsoleNull") // never null in 22 to 24 only: 25 went back
    public static boolean isTerminal() {
        return System.console() != null;
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
