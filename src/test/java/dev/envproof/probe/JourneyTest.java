package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply.NoAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JourneyTest {
    private static final Route ROUTE = new Route("/api/job-matcher/", "job-matcher");
    private static final Redaction REDACTION =
            Redaction.ofVariables(Map.of("STAGING_ACCESS_KEY", "made-up-access-key"));
    private static final Duration DEADLINE = Duration.ofMillis(700);

    @Test
    void sends_a_request_once_where_the_server_hangs_up() throws IOException {
        try (RawServer server = RawServer.answering("")) {
            assertThat(get(server.url(""))).isInstanceOf(NoAnswer.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_path_that_may_be_written_may_not_be_at_another_address() throws IOException {
        String empty = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";
        try (RawServer own = RawServer.answering(empty);
                RawServer other = RawServer.answering(empty)) {
            Route elsewhere = new Route("http://" + other.url("").getAuthority() + ROUTE.path(), ROUTE.service());
            assertThat(post(own.url(""), elsewhere))
                    .isInstanceOfSatisfying(
                            NoAnswer.class, none -> assertThat(none.why()).contains("staging is read-only"));
            assertThat(post(own.url(""), ROUTE)).isInstanceOf(Reply.Answer.class);
            assertThat(other.requests()).isEmpty();
            assertThat(own.requests()).hasSize(1);
        }
    }

    @Test
    void evidence_of_a_hostile_answer_is_escaped_line_by_line_and_cut() throws IOException {
        String hostile = "\u001b[2Jfirst\n\u0000second " + "x".repeat(10_000);
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n\r\n" + hostile)) {
            assertThat(get(server.url("")).exchange().answer())
                    .contains("\\x1b[2Jfirst")
                    .noneMatch(line -> line.chars().anyMatch(Character::isISOControl))
                    .allMatch(line -> line.length() < 3000);
        }
    }

    @Test
    void evidence_names_the_variable_of_the_access_key_and_not_its_value() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(get(server.url("")).exchange().toString())
                    .contains("X-Environment: staging", "STAGING_ACCESS_KEY")
                    .doesNotContain("made-up-access-key");
        }
    }

    @Test
    @Timeout(60)
    void ends_a_body_that_drips_at_the_deadline() throws IOException {
        try (RawServer server = RawServer.answering(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            drip(out);
        })) {
            assertThat(get(server.url(""))).isInstanceOf(NoAnswer.class);
        }
    }

    @Test
    @Timeout(60)
    void ends_a_tls_handshake_that_drips_at_the_deadline() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> dripHandshakeOf(listener));
            URI edge = URI.create("https://127.0.0.1:" + listener.getLocalPort());
            assertThat(get(edge)).isInstanceOf(NoAnswer.class);
            served.get(10, TimeUnit.SECONDS);
        }
    }

    private static void dripHandshakeOf(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            socket.getOutputStream().write(new byte[] {0x16, 3, 3, 0x40, 0}); // a handshake record of 16 KB begins
            drip(socket.getOutputStream());
        } catch (IOException clientLeft) {
            assertThat(clientLeft).isNotNull();
        }
    }

    private static void drip(OutputStream out) throws IOException {
        for (int sent = 0; sent < 1000; sent++) {
            out.write('x');
            out.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static Reply post(URI edge, Route route) {
        return new Journey(staging(edge), REDACTION, DEADLINE).send("POST", route, "records", Optional.of("{}"));
    }

    private static Target staging(URI edge) {
        return SampleSystem.targets(edge, Engine.REMOTE, Map.of("STAGING_ACCESS_KEY", "made-up-access-key"))
                .get(0);
    }

    private static Reply get(URI edge) {
        return new Journey(staging(edge), REDACTION, DEADLINE).send("GET", ROUTE, "health", Optional.empty());
    }
}
