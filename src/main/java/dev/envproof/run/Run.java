package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.environment.Targets.Where;
import dev.envproof.replica.Replica;
import dev.envproof.report.Console;
import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.report.Reports;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One run, from its flags to its gate; reports are written as soon as all is judged; closing stops the replica. */
public final class Run implements AutoCloseable {
    private final Optional<Replica> replica;
    private final Outcome outcome;
    private final Consumer<String> console;

    private Run(Optional<Replica> replica, Outcome outcome, Consumer<String> console) {
        this.replica = replica;
        this.outcome = outcome;
        this.console = console;
    }

    /**
     * Starts what is needed, looks, judges and writes the reports.
     *
     * @param processEnvironment values of <code>${NAME}</code> and of the variables of deployed environments
     * @param console takes progress lines
     * @throws RuntimeException of a kind that {@link Complaint} names, for whatever a user can mend
     */
    public static Run start(Flags flags, Map<String, String> processEnvironment, Consumer<String> console) {
        Instant started = Instant.now(Clock.systemUTC());
        try (Reports reports = Reports.claim(flags.folder().resolve("reports"))) {
            return start(flags, processEnvironment, console, started, reports);
        }
    }

    private static Run start(
            Flags flags,
            Map<String, String> processEnvironment,
            Consumer<String> console,
            Instant started,
            Reports reports) {
        Plan plan = Plan.of(flags, processEnvironment);
        new Opening(plan).lines().forEach(console);
        Optional<Replica> replica =
                plan.engine().map(engine -> engine.start(plan.system(), plan.deviations(), console));
        try {
            List<Target> targets = targets(plan, replica, processEnvironment);
            flags.version().ifPresent(version -> AwaitedVersion.at(targets, plan.names(), version, console));
            Findings findings = verify(
                    plan, targets, flags.folder().resolve(".envproof"), LocalDate.ofInstant(started, ZoneOffset.UTC));
            Outcome outcome = new Watching(flags, processEnvironment, console)
                    .watched(outcome(plan, targets, findings, started), targets);
            reports.write(outcome);
            return new Run(replica, outcome, console);
        } catch (RuntimeException | Error failed) {
            replica.ifPresent(Replica::close);
            throw failed;
        }
    }

    /** All that its reports print. */
    public Outcome outcome() {
        return outcome;
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
        new Console(isTerminal()).lines(outcome).forEach(console);
    }

    @SuppressWarnings("SystemConsoleNull") // never null in 22 to 24 only: 25 went back
    private static boolean isTerminal() {
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

    /** Deployments and the replica are verified apart: a pair of one of each would compare nothing. */
    private static Findings verify(Plan plan, List<Target> targets, Path memory, LocalDate today) {
        List<Findings> parts = new ArrayList<>();
        for (boolean deployed : new boolean[] {true, false}) {
            List<Target> part = targets.stream()
                    .filter(target -> (target.engine() == Target.Engine.REMOTE) == deployed)
                    .toList();
            if (!part.isEmpty()) {
                parts.add(new Verification(part, plan.suite().inForce(today), memory).of(plan.names()));
            }
        }
        return parts.stream().reduce(Findings::and).orElseThrow();
    }

    private static Outcome outcome(Plan plan, List<Target> targets, Findings findings, Instant started) {
        LocalDate today = LocalDate.ofInstant(started, ZoneOffset.UTC);
        return new Outcome(
                findings,
                plan.suite(),
                Gate.decide(findings, plan.suite(), today),
                new Opening(plan).targets(targets),
                new Opening(plan).engine(),
                plan.deviations().stream().map(deviation -> deviation.id()).toList(),
                started,
                Duration.between(started, Instant.now(Clock.systemUTC())));
    }
}
