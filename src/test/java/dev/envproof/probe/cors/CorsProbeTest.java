package dev.envproof.probe.cors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.SocketWire;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorsProbeTest {
    private static final Redaction NOTHING_SECRET = Redaction.of(List.of());
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_preflight_names_neither_environment_nor_key_and_asks_for_what_the_front_end_sends() {
        look(staging(), Duration.ofSeconds(20));

        assertThat(received)
                .filteredOn(one -> one.method().equals("OPTIONS"))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.header("X-Environment")).isEmpty();
                    assertThat(one.header("X-Access-Key")).isEmpty();
                })
                .extracting(one -> one.header("Access-Control-Request-Headers"))
                .containsOnly(Optional.of("authorization,content-type,x-environment"), Optional.empty());
    }

    @Test
    void a_real_request_names_the_environment_and_has_its_key() {
        look(staging(), Duration.ofSeconds(20));

        assertThat(received)
                .filteredOn(one -> one.method().equals("GET"))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.header("X-Environment")).contains("staging");
                    assertThat(one.header("X-Access-Key")).contains("made-up");
                });
    }

    @Test
    void every_route_is_asked_for_a_declared_and_a_foreign_origin() {
        CorsProbe.Seen seen = look(staging(), Duration.ofSeconds(20));

        List<CorsPath> known =
                seen.paths().stream().filter(path -> !path.isPublic()).toList();
        assertThat(known).hasSize(2 * staging().routes().size()).allSatisfy(path -> {
            assertThat(path.control(Kind.PREFLIGHT)).isPresent();
            assertThat(path.control(Kind.REAL)).isPresent();
            assertThat(path.of(OriginShape.FOREIGN)).isNotEmpty().noneMatch(CorsAnswer::admits);
        });
    }

    @Test
    void an_edge_that_does_not_answer_is_doubted_on_every_path() {
        Target target = staging();
        server.stop(0);

        CorsProbe.Seen seen = look(target, Duration.ofSeconds(20));

        assertThat(seen.paths())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.doubt())
                        .hasValueSatisfying(why -> assertThat(why).contains("CONNECT")));
    }

    @Test
    void a_budget_that_is_used_up_leaves_answers_open() {
        CorsProbe.Seen seen = look(staging(), Duration.ZERO);

        assertThat(seen.paths())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.doubt()).isPresent());
    }

    private static CorsProbe.Seen look(Target target, Duration budget) {
        return new CorsProbe()
                .look(
                        target,
                        new Lookout(
                                new SocketWire(NOTHING_SECRET),
                                NOTHING_SECRET,
                                new Fingerprints(),
                                List.of(target),
                                new Planted(List.of()),
                                budget));
    }

    private Target staging() {
        SystemUnderTest system = Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());
        return new Target(
                system,
                system.environment("staging").orElseThrow(),
                Engine.REMOTE,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Map.of(),
                new Variables(Map.of("STAGING_ACCESS_KEY", "made-up")),
                Map.of(),
                Optional.empty());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(exchange.getRequestMethod(), Map.copyOf(exchange.getRequestHeaders())));
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            if (origin.equals("https://staging.jobs.example")) {
                exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
            }
            exchange.getResponseHeaders().set("X-Environment-Used", "staging");
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private record Received(String method, Map<String, List<String>> headers) {
        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .findFirst();
        }
    }
}
