package dev.envproof.merge;

import dev.envproof.evidence.Exchange;
import dev.envproof.history.Past;
import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.report.Outcome.TargetLine;
import dev.envproof.report.Watch;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.NotApplicable;
import dev.envproof.suite.Rules;
import dev.envproof.suite.Shard;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Made-up findings of every rule, as one run and as the shards of one; each shard's record goes to a folder. */
final class SplitRun {
    private static final Instant STARTED = Instant.parse("2026-01-31T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-31");
    private static final Exchange EXCHANGE =
            new Exchange("GET https://api.example/\nHost: a", List.of("HTTP/1.1 200 OK", "Server: x"), "curl -si x");

    private static final Alert ALERT = new Alert(Alert.Kind.DOWN, "staging", "api", "20 of 20 requests failed");

    private final Path folder;

    /** @param folder gets {@code environments/} and {@code suites/} */
    SplitRun(Path folder) throws IOException {
        this.folder = folder;
        write("environments/shop/system.yaml", "system: shop\n");
        write("suites/mine.yaml", """
                suite: mine
                says: ours
                at-least: 40
                blocking: high
                alerts: { down: 5 }
                waivers:
                  - { rule: cors/foreign-origin-is-refused, owner: jo, reason: new front end, expires: 2026-01-31 }
                  - { rule: secrets/secrets-are-set, owner: jo, reason: new vault, expires: 2026-01-30 }
                  - { rule: health/health-is-told, owner: jo, reason: over, expires: 2026-12-31 }
                """);
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A shard whose gate is closed by something else than a finding. */
    Path late(Shard shard) throws IOException {
        Path reports = Files.createDirectories(folder.resolve("late"));
        Outcome on = outcome(shard, "remote");
        Outcome late = new Outcome(
                on.findings(),
                on.suite(),
                on.gate().and(List.of("staging is not ready")),
                on.targets(),
                on.engine(),
                on.deviations(),
                on.started(),
                on.took());
        ShardRecord shardRecord = ShardRecord.of(late, Basis.of(folder, "shop"), "1.0");
        Files.writeString(reports.resolve(ShardRecord.FILE), shardRecord.json());
        return reports;
    }

    /** The run of one machine. */
    Outcome whole() {
        return alerted(outcome(Shard.WHOLE, "remote"));
    }

    /** The folders of the reports of all shards. */
    List<Path> shards(int of) {
        return IntStream.rangeClosed(1, of)
                .mapToObj(index -> shard(new Shard(index, of), "remote"))
                .toList();
    }

    Path shard(Shard shard, String engine) {
        Path reports = folder.resolve("reports-" + shard.index() + "-of-" + shard.of() + "-" + engine);
        try {
            Files.createDirectories(reports);
            ShardRecord shardRecord = ShardRecord.of(alerted(outcome(shard, engine)), Basis.of(folder, "shop"), "1.0");
            Files.writeString(reports.resolve(ShardRecord.FILE), shardRecord.json());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return reports;
    }

    Outcome merged(List<Path> reports) {
        return new Merge(folder).of(reports).outcome();
    }

    /** The first shard alone asks for alerts. */
    private static Outcome alerted(Outcome outcome) {
        List<Alert> alerts = outcome.findings().shard().isFirst() ? List.of(ALERT) : List.of();
        return outcome.with(new Watch(alerts, Past.EMPTY, List.of(), List.of()));
    }

    private Outcome outcome(Shard shard, String engine) {
        Suite suite = new Suites(folder.resolve("suites")).load("mine");
        Suite inForce = suite.inForce(DAY);
        List<Finding> findings = new ArrayList<>();
        List<NotApplicable> leftOut = new ArrayList<>();
        int turn = 0;
        for (Rule<?> rule : Rules.all()) {
            for (Subject subject : subjects(rule)) {
                turn++;
                if (!shard.has(rule, subject)) {
                    continue;
                }
                if (turn % 5 == 0) {
                    leftOut.add(new NotApplicable(subject, rule.card(), "applies only where it is so"));
                } else {
                    findings.add(new Finding(
                            subject,
                            rule.card(),
                            verdict(rule, turn),
                            inForce.waiver(rule.card().id(), subject)));
                }
            }
        }
        Findings all = new Findings(
                "shop", List.of("production", "staging"), findings, leftOut, List.of(), Duration.ofMillis(10), shard);
        return new Outcome(
                all,
                suite,
                Gate.decide(all, suite, DAY),
                List.of(
                        new TargetLine("production", "https://p.example"),
                        new TargetLine("staging", "https://s.example")),
                engine,
                List.of(),
                STARTED,
                Duration.ofMillis(20));
    }

    private static Verdict verdict(Rule<?> rule, int turn) {
        if (rule.card().id().equals("health/health-is-told")) {
            return Verdict.held("so");
        }
        return switch (turn % 3) {
            case 0 -> Verdict.held("as it should", EXCHANGE);
            case 1 -> Verdict.broken("this", "that \\x1b", EXCHANGE, EXCHANGE);
            default -> Verdict.inconclusive("CONNECT: refused");
        };
    }

    private static List<Subject> subjects(Rule<?> rule) {
        Stream<Subject> environments = Stream.of(Subject.of("production"), Subject.of("staging"));
        Stream<Subject> pairs = Stream.of(
                        Optional.of(Subject.of("production", "staging")),
                        rule.card().unordered()
                                ? Optional.<Subject>empty()
                                : Optional.of(Subject.of("staging", "production")))
                .flatMap(Optional::stream);
        return (rule instanceof Rule.OfPair<?> ? pairs : environments).toList();
    }
}
