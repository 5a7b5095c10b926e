package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeployedVersionTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final SocketWire WIRE = new SocketWire(Redaction.of(List.of()));
    private static final int UNTOLD = 1_000;
    private final AtomicInteger answers = new AtomicInteger();
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

    private Target staging() {
        SystemUnderTest system = Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of());
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

    /** The first round answers with the version before. */
    private HttpServer serving() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", exchange -> {
                int turn = answers.incrementAndGet();
                String version = turn > 4 ? "2.0" : "1.0";
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
