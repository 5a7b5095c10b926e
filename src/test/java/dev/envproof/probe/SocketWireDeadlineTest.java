package dev.envproof.probe;

import static dev.envproof.probe.HostileTarget.SHORT;
import static dev.envproof.probe.HostileTarget.expectFailure;
import static dev.envproof.probe.HostileTarget.failure;
import static dev.envproof.probe.HostileTarget.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.Reply.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever stalls: the exchange ends at its deadline and names the stage. */
class SocketWireDeadlineTest {
    @Test
    void ends_at_the_deadline_when_headers_come_slowly() throws IOException {
        expectFailure(Stage.HEADERS, SHORT, out -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            drip(out, "X-Line: 1\r\n");
        });
    }

    @Test
    void ends_at_the_deadline_when_no_answer_comes() throws IOException {
        expectFailure(Stage.HEADERS, SHORT, out -> stall());
    }

    @Test
    void ends_at_the_deadline_when_a_body_drips() throws IOException {
        expectFailure(Stage.BODY, SHORT, out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            drip(out, "x");
        });
    }

    @Test
    void ends_at_the_deadline_when_a_body_stalls() throws IOException {
        expectFailure(Stage.BODY, SHORT, out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
            stall();
        });
    }

    @Test
    void ends_at_the_deadline_when_nobody_reads_the_upload() throws IOException {
        try (RawServer deaf = RawServer.deaf()) {
            NoAnswer reply = failure(Ask.of("POST", deaf.url("/upload"))
                    .withBody("x".repeat(20_000_000))
                    .within(SHORT));
            assertThat(reply.stage()).isEqualTo(Stage.REQUEST);
        }
    }

    @Test
    void ends_at_the_deadline_when_tls_stalls() throws IOException {
        try (RawServer deaf = RawServer.deaf()) {
            NoAnswer reply = failure(Ask.get(URI.create("https://127.0.0.1:" + deaf.port() + "/"))
                    .within(SHORT));
            assertThat(reply.stage()).isEqualTo(Stage.TLS);
        }
    }

    @Test
    void names_tls_when_the_other_side_does_not_speak_it() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread plain = new Thread(() -> answerPlainly(listener));
            plain.setDaemon(true);
            plain.start();
            NoAnswer reply = failure(Ask.get(URI.create("https://127.0.0.1:" + listener.getLocalPort() + "/"))
                    .within(SHORT));
            assertThat(reply.stage()).isEqualTo(Stage.TLS);
        }
    }

    private static void drip(OutputStream out, String text) throws IOException {
        while (true) {
            write(out, text);
            await(Duration.ofMillis(50));
        }
    }

    private static void stall() throws IOException {
        await(Duration.ofSeconds(30));
    }

    /** Waits on a latch that nobody opens; closing the server interrupts it. */
    private static void await(Duration time) throws IOException {
        try {
            boolean opened = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(opened).isFalse();
        } catch (InterruptedException closed) {
            throw new IOException("the server was closed", closed);
        }
    }

    private static void answerPlainly(ServerSocket listener) {
        try (Socket socket = listener.accept()) {
            write(socket.getOutputStream(), "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            socket.getInputStream().readAllBytes();
        } catch (IOException clientLeft) {
            assertThat(clientLeft).hasMessageNotContaining("bind");
        }
    }
}
