package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.history.HistoryFile;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.history.RunLine;
import dev.envproof.history.RunLine.Tally;
import dev.envproof.history.Series;
import dev.envproof.rule.Card;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.rule.cors.LocalhostIsRefused;
import dev.envproof.rule.secrets.KeysAreInForce;
import dev.envproof.rule.secrets.SecretsAreSet;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Channels;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.LatencyPolicy;
import dev.envproof.suite.NotApplicable;
import dev.envproof.suite.Owners;
import dev.envproof.suite.Shard;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** A run in which one stranger's text stands wherever a text can stand. */
public final class Hostile {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final String WAIVED = "cors/localhost-is-refused";

    private Hostile() {}

    /** What breaks a format, a terminal, a page or a log. */
    public static Stream<String> texts() {
        return Stream.of(
                "\u0000\u0001\u0008\u000b\u001f\u007f\u0085\u009b",
                "\ud800 \udfff \ud83d",
                "\u202eevil\u202c \u2066x\u2069",
                "\u2028\u2029",
                "\ufffe\uffff\ufeff",
                "\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
                "]]>",
                "</failure></testcase><testcase name=\"x\"/>",
                "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
                "| a | b |\n|---|---|",
                "``` ```` ````` ~~~",
                "::error file=a,line=1::owned",
                "\n::set-output name=a::b",
                "##[add-mask]x ##vso[task.setvariable variable=a]b ##teamcity[buildStatus]",
                "\n# HELP envproof_gate_open no\n# TYPE envproof_gate_open counter\nenvproof_gate_open 1",
                "\" } 1\n# EOF",
                "\r\n\r\nHTTP/1.1 200 OK\r\n",
                "\ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "[log in](https://evil.example) <https://evil.example> ![x](https://evil.example/x.png)",
                "# heading\n- item\n> quote\n1. one",
                "@everyone <!channel> <@U1> @org/team",
                "&lt;b&gt; &#60; &amp;",
                "{\"gate\": \"OPEN\"} {0} {{1}} ${jndi:ldap://x} $(id) `id`",
                "../../../../etc/passwd",
                "\\u0041 \\x1b \\n \\\\ \\\" '",
                "x".repeat(100_000),
                "\u0000".repeat(10_000));
    }

    /** @param folder gets a history */
    public static Outcome outcome(String text, Path folder) {
        Exchange exchange = new Exchange(text, List.of(text, "", text), "curl -si '" + text + "'");
        Waiver waiver = new Waiver(WAIVED, Optional.empty(), text, text, DAY.plusDays(3));
        Findings findings = new Findings(
                "job-platform",
                List.of("production", "staging"),
                List.of(
                        finding(
                                new ForeignOriginIsRefused().card(),
                                Verdict.broken(text, text, exchange),
                                Optional.empty()),
                        finding(
                                new LocalhostIsRefused().card(),
                                Verdict.broken(text, text, exchange),
                                Optional.of(waiver)),
                        finding(new KeysAreInForce().card(), Verdict.broken(text, text, exchange), Optional.empty()),
                        finding(new SecretsAreSet().card(), Verdict.inconclusive(text, exchange), Optional.empty())),
                List.of(new NotApplicable(Subject.of("staging"), new SecretsAreSet().card(), text)),
                List.of(text),
                Duration.ofSeconds(1),
                Shard.WHOLE);
        Suite suite = new Suite(
                "full",
                Set.of(),
                Set.of(),
                1,
                Set.of(Severity.values()),
                List.of(waiver),
                LatencyPolicy.DEFAULT,
                Optional.empty(),
                Channels.NONE,
                new Owners(Map.of("secrets", text, "cors", text)));
        return new Outcome(
                findings,
                suite,
                Gate.decide(findings, suite, DAY).and(List.of(text)),
                List.of(new Outcome.TargetLine("staging", text)),
                "remote",
                List.of(),
                Instant.parse("2026-11-21T10:00:00Z"),
                Duration.ofSeconds(2),
                List.of(new Latency("staging", text, OptionalDouble.of(1), OptionalDouble.empty(), 1 / 0.0)),
                Optional.of(new HookResult(Optional.of(1), text, Duration.ofSeconds(1))),
                new Watch(
                        List.of(new Alert(Alert.Kind.DEPENDENCY, "staging", text, text)),
                        past(text, findings, folder),
                        List.of(new Delivery("slack", "SLACK", Delivery.Result.FAILED, text)),
                        List.of("history: " + text)));
    }

    public static Now now(String text, Findings findings) {
        return Now.of(
                new RunLine(
                        Instant.parse("2026-11-21T10:00:00Z"),
                        "run-1",
                        text,
                        findings.environments(),
                        "CLOSED",
                        new Tally(1, 0, 0, 0),
                        List.of(),
                        List.of()),
                findings.findings(),
                List.of(new Alert(Alert.Kind.DEPENDENCY, "staging", text, text)));
    }

    private static Past past(String text, Findings findings, Path folder) {
        try (HistoryFile file =
                HistoryFile.open(folder.resolve("history.jsonl"), new Series("job-platform", "full", "remote"))) {
            file.append(now(text, findings));
            return file.past();
        }
    }

    private static Finding finding(Card card, Verdict verdict, Optional<Waiver> waiver) {
        return new Finding(Subject.of("staging"), card, verdict, waiver);
    }
}
