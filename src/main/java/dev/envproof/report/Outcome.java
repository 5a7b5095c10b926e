package dev.envproof.report;

import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * All that reports print of one run.
 *
 * @param targets one line per verified environment: what was asked, and where
 * @param engine what answered: {@code remote}, {@code embedded} or {@code docker}
 * @param deviations ids of the faults or look-alikes that the replica was told to show
 * @param took from the start of the run, the replica's start included
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
        Watch watch) {
    public Outcome {
        targets = List.copyOf(targets);
        deviations = List.copyOf(deviations);
    }

    /** Of a run that watches nothing. */
    public Outcome(
            Findings findings,
            Suite suite,
            Gate gate,
            List<TargetLine> targets,
            String engine,
            List<String> deviations,
            Instant started,
            Duration took) {
        this(findings, suite, gate, targets, engine, deviations, started, took, Watch.NONE);
    }

    /** The same with what was watched. */
    public Outcome with(Watch watched) {
        return new Outcome(findings, suite, gate, targets, engine, deviations, started, took, watched);
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
    public record TargetLine(String environment, String address) {}
}
