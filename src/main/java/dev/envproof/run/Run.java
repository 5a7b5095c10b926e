package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.merge.Basis;
import dev.envproof.merge.ShardRecord;
import dev.envproof.report.Console;
import dev.envproof.report.Gate;
import dev.envproof.report.HookResult;
import dev.envproof.report.Outcome;
import dev.envproof.report.Reports;
import dev.envproof.report.Together;
import dev.envproof.report.VerdictJson;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Progress;
import dev.envproof.suite.Shard;
import dev.envproof.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One run, from its flags to its gate; reports are written as soon as all is judged; closing stops the replica. */
public final class Run implements AutoCloseable {
    private final List<SystemRun> systems;
    private final Outcome outcome;
    private final Consumer<String> console;

    private Run(List<SystemRun> systems, Outcome outcome, Consumer<String> console) {
        this.systems = List.copyOf(systems);
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
        try (Reports reports = Reports.claim(flags.folder().resolve("reports"))) {
            List<Plan> plans = Plan.all(flags, processEnvironment);
            flags.baseline().ifPresent(LatencyBaseline::read); // refused before anything starts
            flags.drift().ifPresent(DriftBaseline::read);
            Opening.of(plans, new Systems(flags).names()).forEach(console);
            Redaction hidden = Hiding.ofSystems(plans, processEnvironment);
            List<SystemRun> systems = new ArrayList<>();
            try {
                // one after the other: each replica keeps both cores of a small machine busy while it is looked at
                for (Plan plan : plans) {
                    if (plans.size() > 1) {
                        console.accept("system " + plan.system().name());
                    }
                    systems.add(SystemRun.of(plan, flags, hidden, processEnvironment, console, progress));
                }
                Outcome judged = together(systems, Plan.suite(flags));
                return new Run(
                        systems, reported(judged, systems, flags, reports, processEnvironment, console), console);
            } catch (RuntimeException | Error failed) {
                systems.forEach(SystemRun::close);
                throw failed;
            }
        }
    }

    private static Outcome reported(
            Outcome judged,
            List<SystemRun> systems,
            Flags flags,
            Reports reports,
            Map<String, String> processEnvironment,
            Consumer<String> console) {
        String version = Systems.versions(systems);
        if (!judged.findings().shard().isWhole()) {
            reports.write(judged);
            Basis basis = Basis.of(flags.folder(), judged.findings().system());
            reports.add(ShardRecord.FILE, ShardRecord.of(judged, basis, version).json());
            return judged; // `merge` tells, and runs the hook
        }
        Redaction redaction =
                Redaction.union(systems.stream().map(SystemRun::redaction).toList());
        Outcome watched = new Watching(flags, processEnvironment, console).watched(judged, version, redaction);
        reports.write(watched);
        return hooked(watched, flags, Hiding.ofProcess(redaction, processEnvironment), reports, console);
    }

    private static Outcome together(List<SystemRun> systems, Suite suite) {
        List<Outcome> outcomes = systems.stream().map(SystemRun::outcome).toList();
        return outcomes.size() == 1 ? outcomes.get(0) : Together.of(outcomes, suite);
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
        return systems.stream().flatMap(it -> it.verified().stream()).toList();
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
        systems.forEach(SystemRun::close);
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
}
