package dev.envproof.notify;

import dev.envproof.history.HistoryFile;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.history.RunLine;
import dev.envproof.history.RunLine.Tally;
import dev.envproof.history.Series;
import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.report.Watch;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One rule's verdict about staging, run by run. */
final class SampleRun {
    static final Verdict HELD = Verdict.held("no Access-Control-Allow-Origin");
    static final Verdict BROKEN = Verdict.broken("no Access-Control-Allow-Origin", "https://foreign.example");
    static final Verdict OPEN = Verdict.inconclusive("CONNECT: Connection refused");

    private final Outcome outcome;
    private final Now now;

    private SampleRun(Outcome outcome, Now now) {
        this.outcome = outcome;
        this.now = now;
    }

    /** All held, and the gate closed for another reason. */
    static SampleRun closed(String reason) {
        return of(HELD, Optional.of(new Gate(List.of(reason), false)));
    }

    static SampleRun of(Verdict verdict, Alert... alerts) {
        return of(verdict, Optional.empty(), alerts);
    }

    private static SampleRun of(Verdict verdict, Optional<Gate> other, Alert... alerts) {
        Finding finding =
                new Finding(Subject.of("staging"), new ForeignOriginIsRefused().card(), verdict, Optional.empty());
        Findings findings = new Findings(
                "job-platform", List.of("staging"), List.of(finding), List.of(), List.of(), Duration.ofSeconds(1));
        Instant started = Instant.parse("2026-11-21T03:00:00Z");
        Gate gate = other.orElseGet(() -> Gate.decide(findings, Suite.everything(), LocalDate.parse("2026-11-21")));
        Outcome outcome = new Outcome(
                        findings,
                        Suite.everything(),
                        gate,
                        List.of(),
                        "remote",
                        List.of(),
                        started,
                        Duration.ofSeconds(2))
                .with(new Watch(List.of(alerts), Past.EMPTY, List.of(), List.of()));
        RunLine line = new RunLine(
                started,
                "run-1",
                "1.4.2",
                List.of("staging"),
                gate.word(),
                new Tally(1, 0, 0, 0),
                List.of(),
                List.of());
        return new SampleRun(outcome, Now.of(line, findings.findings(), List.of(alerts)));
    }

    /** The same, of that environment alone. */
    SampleRun in(String environment) {
        RunLine run = now.run();
        RunLine line = new RunLine(
                run.time(),
                run.id(),
                run.version(),
                List.of(environment),
                run.gate(),
                run.tally(),
                run.deviations(),
                run.told());
        return new SampleRun(outcome, new Now(line, now.verdicts()));
    }

    Outcome outcome() {
        return outcome;
    }

    Now now() {
        return now;
    }

    /** What is past once these channels know of this run. */
    Past known(Path folder, String... channels) {
        try (HistoryFile file =
                HistoryFile.open(folder.resolve("history.jsonl"), new Series("job-platform", "full", "remote"))) {
            file.append(now.told(List.of(channels)));
            return file.past();
        }
    }
}
