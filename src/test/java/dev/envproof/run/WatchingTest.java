package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import dev.envproof.history.RunLine;
import dev.envproof.probe.Lookout;
import dev.envproof.report.Delivery;
import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Channels;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.LatencyPolicy;
import dev.envproof.suite.Owners;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Thresholds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchingTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());
    private static final Verdict BROKEN = Verdict.broken("none", "https://foreign.example");

    @TempDir
    private Path folder = Path.of("");

    private final AtomicInteger writes = new AtomicInteger();
    private final List<String> console = new ArrayList<>();
    private HttpServer server = serving();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_run_is_in_the_history_with_the_version_that_answered() throws IOException {
        watched(Map.of(), BROKEN);
        assertThat(Files.readAllLines(folder.resolve("reports/history.jsonl")))
                .as("a change of the rule, four alerts, the run")
                .hasSize(6)
                .allSatisfy(line ->
                        assertThat(line).contains("\"version\":\"2.7.1\"", "\"time\":\"2026-11-21T03:00:00Z\""));
    }

    @Test
    void an_alert_and_a_webhook_that_refuses_leave_the_gate_as_it_was_decided() {
        Outcome outcome = watched(Map.of("HOOK_URL", address("/refuses")), Verdict.held("none"));
        assertThat(outcome.gate().isOpen()).isTrue();
        assertThat(outcome.watch().alerts()).extracting(Alert::id).contains("alert/dependency/job-matcher/database");
        assertThat(outcome.watch().deliveries())
                .extracting(Delivery::says)
                .containsExactly("answered with the status 500");
    }

    @Test
    void what_a_webhook_missed_is_told_by_the_next_run() {
        watched(Map.of("HOOK_URL", address("/refuses")), BROKEN);
        assertThat(watched(Map.of("HOOK_URL", address("/takes")), BROKEN)
                        .watch()
                        .deliveries())
                .extracting(Delivery::result)
                .containsExactly(Delivery.Result.SENT);
        assertThat(watched(Map.of("HOOK_URL", address("/takes")), BROKEN)
                        .watch()
                        .deliveries())
                .extracting(Delivery::result)
                .containsExactly(Delivery.Result.NOTHING_TO_TELL);
    }

    @Test
    void annotations_are_printed_only_where_githubs_runner_reads_them() {
        watched(Map.of(), BROKEN);
        assertThat(console).isEmpty();
        watched(Map.of("GITHUB_ACTIONS", "true"), BROKEN);
        assertThat(console).anyMatch(line -> line.startsWith("::error title=cors/foreign-origin-is-refused::"));
    }

    @Test
    void a_version_that_is_a_secret_is_kept_nowhere() throws IOException {
        Target careless = staging(new Variables(Map.of("STAGING_ACCESS_KEY", "2.7.1")));
        Outcome outcome = watched(Map.of(), BROKEN, careless);
        assertThat(outcome.watch().past().runs()).extracting(RunLine::version).containsExactly("[redacted]");
        assertThat(Files.readString(folder.resolve("reports/history.jsonl"))).doesNotContain("2.7.1");
    }

    @Test
    void nothing_is_written_to_an_environment() {
        watched(Map.of(), BROKEN);
        assertThat(writes).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports/evidence/history.jsonl", "reports/a/b.jsonl", "reports/verdict.json"})
    void a_history_in_the_way_of_the_reports_is_refused_and_says_so(String file) {
        Outcome outcome = new Watching(Flags.of(folder, Map.of("history", file)), Map.of(), console::add)
                .watched(outcome(BROKEN), "1", Redaction.of(List.of()));
        assertThat(outcome.watch().notes())
                .containsExactly("history: " + folder.resolve(file)
                        + ": each run clears its reports; accepted: a name of its own directly in reports/, or a"
                        + " place elsewhere; this run is not in it");
        assertThat(outcome.watch().past().runs()).hasSize(1);
        assertThat(folder.resolve(file)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports/mine.jsonl", "reports/../.history/a.jsonl", "reports.jsonl"})
    void a_history_elsewhere_is_kept(String file) throws IOException {
        Files.createDirectory(folder.resolve("reports"));
        Outcome outcome = new Watching(Flags.of(folder, Map.of("history", file)), Map.of(), console::add)
                .watched(outcome(BROKEN), "1", Redaction.of(List.of()));
        assertThat(outcome.watch().notes()).isEmpty();
        assertThat(folder.resolve(file).normalize()).isNotEmptyFile();
    }

    private Outcome watched(Map<String, String> variables, Verdict verdict) {
        return watched(variables, verdict, staging());
    }

    private Outcome watched(Map<String, String> variables, Verdict verdict, Target target) {
        Redaction redaction = Lookout.hiding(List.of(target));
        Outcome alerted = Watching.alerted(outcome(verdict), List.of(target), redaction);
        return new Watching(Flags.of(folder, Map.of()), variables, console::add)
                .watched(alerted, Watching.version(List.of(target), redaction), redaction);
    }

    private static Outcome outcome(Verdict verdict) {
        Suite suite = new Suite(
                "mine",
                Set.of(),
                Set.of(),
                1,
                Set.of(Severity.CRITICAL),
                List.of(),
                LatencyPolicy.DEFAULT,
                Optional.of(new Thresholds(2, Optional.of(2), Optional.of(5), Optional.empty(), Optional.of(1))),
                new Channels(Optional.empty(), Optional.of("HOOK_URL")),
                Owners.NONE);
        Finding finding =
                new Finding(Subject.of("staging"), new ForeignOriginIsRefused().card(), verdict, Optional.empty());
        Findings findings = new Findings(
                "job-platform", List.of("staging"), List.of(finding), List.of(), List.of(), Duration.ofSeconds(1));
        return new Outcome(
                findings,
                suite,
                Gate.decide(findings, suite, LocalDate.parse("2026-11-21")),
                List.of(),
                "remote",
                List.of(),
                Instant.parse("2026-11-21T03:00:00.5Z"),
                Duration.ofSeconds(2));
    }

    private Target staging() {
        return staging(new Variables(Map.of()));
    }

    private Target staging(Variables variables) {
        return new Target(
                SYSTEM,
                SYSTEM.environment("staging").orElseThrow(),
                Target.Engine.REMOTE,
                URI.create(address("/")),
                Map.of(),
                variables,
                Map.of(),
                Optional.empty());
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private HttpServer serving() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                boolean toHook = path.equals("/takes") || path.equals("/refuses");
                writes.addAndGet(exchange.getRequestMethod().equals("GET") || toHook ? 0 : 1);
                byte[] body = "{\"status\":\"ok\",\"version\":\"2.7.1\",\"checks\":{\"database\":\"down\"}}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(path.equals("/refuses") ? 500 : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            return made;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
