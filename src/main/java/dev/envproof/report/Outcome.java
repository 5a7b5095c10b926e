package dev.envproof.report;

import dev.envproof.evidence.ShownText;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * All that reports print of one run.
 *
 * @param targets one line per verified environment: what was asked, and where
 * @param engine what answered: {@code remote}, {@code embedded} or {@code docker}
 * @param deviations ids of the faults or look-alikes that the replica was told to show
 * @param took from the start of the run, the replica's start included
 * @param latencies how long health took, where a baseline was named
 * @param hook what became of the command that runs where the gate closes
 * @param watch alerts, changes since the run before, and notifications
 */
public record Outcome(
        Findings findings,
        Suite suite,
        Gate gate,
        List<TargetLine> targets,
        String engine,
        List<String> deviations,
        Instant started,
        Duration took,
        List<Latency> latencies,
        Optional<HookResult> hook,
        Watch watch) {
    public Outcome {
        targets = List.copyOf(targets);
        deviations = List.copyOf(deviations);
        latencies = List.copyOf(latencies);
    }

    public Outcome(
            Findings findings,
            Suite suite,
            Gate gate,
            List<TargetLine> targets,
            String engine,
            List<String> deviations,
            Instant started,
            Duration took) {
        this(
                findings,
                suite,
                gate,
                targets,
                engine,
                deviations,
                started,
                took,
                List.of(),
                Optional.empty(),
                Watch.NONE);
    }

    /** The same run, and what became of the hook. */
    public Outcome with(HookResult result) {
        return new Outcome(
                findings,
                suite,
                gate,
                targets,
                engine,
                deviations,
                started,
                took,
                latencies,
                Optional.of(result),
                watch);
    }

    /** The same with what was watched. */
    public Outcome with(Watch watched) {
        return new Outcome(findings, suite, gate, targets, engine, deviations, started, took, latencies, hook, watched);
    }

    /** Whether this finding closes the gate, judged on the day on which the gate was decided. */
    public boolean closes(Finding finding) {
        return Gate.closes(finding, suite, today());
    }

    /** The suite's waivers as they stand on the day on which the gate was decided. */
    public List<WaiverState> waivers() {
        return WaiverState.all(findings, suite, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(started, ZoneOffset.UTC);
    }

    /** Where one environment was reached. */
    public record TargetLine(String environment, String address) {
        private static final int LONGEST = 2_000;

        public TargetLine {
            address = ShownText.of(address, LONGEST);
        }
    }
}
