package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.history.Past;
import dev.envproof.report.Gate;
import dev.envproof.report.Latency;
import dev.envproof.report.Outcome;
import dev.envproof.report.ReportsUnusable;
import dev.envproof.report.Watch;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Progress;
import dev.envproof.suite.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** From targets that are there to what the gate makes of them: waits, looks once, measures, decides. */
record Judgement(
        Plan plan,
        Flags flags,
        List<Target> targets,
        Optional<LatencyBaseline> baseline,
        Redaction redaction,
        Consumer<String> console,
        Progress progress) {
    Judgement {
        targets = List.copyOf(targets);
    }

    Outcome outcome(Instant started) {
        LocalDate today = LocalDate.ofInstant(started, ZoneOffset.UTC);
        try {
            flags.version()
                    .filter(String::isEmpty)
                    .ifPresent(blank -> console.accept("expect.version is blank: no version is waited for"));
            flags.version()
                    .filter(version -> !version.isEmpty())
                    .ifPresent(version -> AwaitedVersion.at(
                            targets,
                            plan.names(),
                            version,
                            flags.readiness().map(Readiness::within),
                            redaction,
                            console));
            flags.readiness().ifPresent(readiness -> readiness.await(plan.onlySelected(targets), redaction, console));
        } catch (NotReady late) {
            console.accept(late.getMessage());
            return outcome(nothing(), new Gate(List.of(late.getMessage()), false), List.of(), started);
        }
        Findings findings = verify(flags.folder().resolve(".envproof"), today);
        Gate gate = Gate.decide(findings, plan.suite(), today).and(new FaultsFound(plan).missing(findings));
        List<Latency> latencies = baseline.map(it ->
                        it.measured(plan.onlySelected(targets), plan.suite().latency()))
                .orElse(List.of());
        List<String> slow = latencies.stream()
                .filter(Latency::isTooSlow)
                .map(it -> it.text() + ": too slow")
                .toList();
        slow.forEach(console);
        Gate decided = gate.and(slow);
        List<String> notes = new ArrayList<>();
        baseline.ifPresent(it -> {
            try {
                console.accept(recorded(it, latencies, decided));
            } catch (ReportsUnusable failed) { // no reason to lose the verdict
                notes.add("latency: nothing recorded: " + failed.getMessage());
            }
        });
        return outcome(findings, decided, latencies, started).with(new Watch(List.of(), Past.EMPTY, List.of(), notes));
    }

    /** What a run that fails shows is no measure for later ones. */
    private static String recorded(LatencyBaseline baseline, List<Latency> latencies, Gate gate) {
        if (latencies.stream().allMatch(it -> it.recorded().isPresent())) {
            return "latency: " + latencies.size() + " medians compared with " + baseline.file();
        }
        return gate.isOpen()
                ? "latency: " + baseline.record(latencies) + " medians recorded in " + baseline.file()
                : "latency: nothing recorded, because the gate is closed";
    }

    private Findings nothing() {
        return new Findings(
                plan.system().name(),
                plan.onlySelected(targets).stream()
                        .map(target -> target.environment().name())
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                Duration.ZERO,
                plan.shard());
    }

    /** Deployments and the replica are verified apart: a pair of one of each would compare nothing. */
    private Findings verify(Path memory, LocalDate today) {
        List<Findings> parts = new ArrayList<>();
        for (boolean deployed : new boolean[] {true, false}) {
            List<Target> part = targets.stream()
                    .filter(target -> (target.engine() == Target.Engine.REMOTE) == deployed)
                    .toList();
            if (!part.isEmpty()) {
                parts.add(new Verification(part, plan.suite().inForce(today), memory, redaction, progress)
                        .of(plan.names(), plan.shard()));
            }
        }
        return parts.stream().reduce(Findings::and).orElseThrow();
    }

    private Outcome outcome(Findings findings, Gate gate, List<Latency> latencies, Instant started) {
        return new Outcome(
                findings,
                plan.suite(),
                gate,
                new Opening(plan).targets(targets),
                new Opening(plan).engine(),
                plan.deviations().stream().map(deviation -> deviation.id()).toList(),
                started,
                Duration.between(started, Instant.now(Clock.systemUTC())),
                latencies,
                Optional.empty(),
                Watch.NONE);
    }
}
