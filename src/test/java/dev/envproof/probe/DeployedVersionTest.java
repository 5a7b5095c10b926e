package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeployedVersionTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final SocketWire WIRE = new SocketWire(Redaction.of(List.of()));
    private static final int UNTOLD = 1_000;
    private final AtomicInteger answers = new AtomicInteger();
    private volatile IntPredicate old = turn -> turn <= 4;
    private volatile String stale = "/none/";
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
    void waits_until_every_service_reports_the_version() {
        assertThat(version().await("2.0", Duration.ofSeconds(20))).isEmpty();
        assertThat(answers.get()).as("it was asked again").isGreaterThan(4);
    }

    @Test
    void is_not_content_with_a_lucky_answer() {
        old = turn -> turn % 4 != 0;
        assertThat(version(Map.of("/api/a/", "a")).await("2.0", Duration.ofSeconds(1)))
                .hasValueSatisfying(text -> assertThat(text).endsWith("report {a=1.0}"));
    }

    @Test
    void one_other_answer_restarts_the_count() {
        old = turn -> turn == 1 || turn == 4;
        assertThat(version(Map.of("/api/a/", "a")).await("2.0", Duration.ofSeconds(20)))
                .isEmpty();
        assertThat(answers.get()).isEqualTo(7);
    }

    @Test
    void looks_at_every_route_of_a_service() {
        stale = "/api/a-old/";
        old = turn -> false;
        assertThat(version(Map.of("/api/a/", "a", "/api/a-old/", "a", "/api/z/", "z"))
                        .await("2.0", SHORT))
                .hasValueSatisfying(
                        text -> assertThat(text).endsWith("report {a /api/a-old/=1.0, a /api/a/=2.0, z=2.0}"));
    }

    @Test
    void a_version_that_is_there_costs_three_looks() {
        old = turn -> false;
        assertThat(version().await("2.0", Duration.ofSeconds(20))).isEmpty();
        assertThat(answers.get()).isEqualTo(12);
    }

    @Test
    void says_which_version_answered_instead() {
        assertThat(version().await("3.0", SHORT))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("staging: waited 0 s for version 3.0")
                        .contains("job-matcher="));
    }

    @Test
    void shows_each_version_once_and_passes_over_a_service_that_reports_none() {
        assertThat(DeployedVersion.shown(List.of(staging()), WIRE)).isEqualTo("1.0");
        answers.set(UNTOLD);
        assertThat(DeployedVersion.shown(List.of(staging()), WIRE)).isEqualTo("2.0");
    }

    private DeployedVersion version() {
        return new DeployedVersion(staging(), WIRE);
    }

    private DeployedVersion version(Map<String, String> serviceByPath) {
        List<Route> routes = serviceByPath.entrySet().stream()
                .map(it -> new Route(it.getKey(), it.getValue()))
                .toList();
        SystemUnderTest all = system();
        SystemUnderTest system = new SystemUnderTest(
                all.name(),
                all.services(),
                routes,
                all.calls(),
                all.edges(),
                all.stores(),
                all.routingHeader(),
                all.health(),
                all.identity(),
                all.canaries(),
                all.promotion(),
                all.debugEndpoints(),
                all.apiDocumentation(),
                all.logs(),
                all.environments(),
                all.workers(),
                all.pages(),
                all.parity());
        return new DeployedVersion(staging(system), WIRE);
    }

    private static SystemUnderTest system() {
        return Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of());
    }

    private Target staging() {
        return staging(system());
    }

    private Target staging(SystemUnderTest system) {
        return new Target(
                system,
                system.environment("staging").orElseThrow(),
                Target.Engine.REMOTE,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                Map.of(),
                new Variables(Map.of()),
                Map.of(),
                Optional.empty());
    }

    /** Answers with the version before where a test says so: in the first round, if it says nothing. */
    private HttpServer serving() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", exchange -> {
                int turn = answers.incrementAndGet();
                boolean isOld =
                        old.test(turn) || exchange.getRequestURI().getPath().startsWith(stale);
                String version = isOld ? "1.0" : "2.0";
                String told = turn == UNTOLD + 1 ? "{}" : "{\"version\":\"" + version + "\"}";
                byte[] body = told.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            return http;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
