package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.Reply.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Hostile targets: a verdict inside the deadline, a named stage, bounded memory. */
class SocketWireHostileTest {
    private static final Duration BUDGET = Duration.ofMillis(600);
    private static final Duration SLACK = Duration.ofMillis(1_500);
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final SocketWire wire = new SocketWire(Redaction.of(List.of()));

    @Test
    void ends_at_the_deadline_when_headers_come_slowly() throws IOException {
        expectFailure(Stage.HEADERS, out -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            drip(out, "X-Line: 1\r\n");
        });
    }

    @Test
    void ends_at_the_deadline_when_no_answer_comes() throws IOException {
        expectFailure(Stage.HEADERS, out -> stall());
    }

    @Test
    void ends_at_the_deadline_when_a_body_drips() throws IOException {
        expectFailure(Stage.BODY, out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            drip(out, "x");
        });
    }

    @Test
    void ends_at_the_deadline_when_a_body_stalls() throws IOException {
        expectFailure(Stage.BODY, out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
            stall();
        });
    }

    @Test
    void ends_at_the_deadline_when_nobody_reads_the_upload() throws IOException {
        try (RawServer deaf = RawServer.deaf()) {
            NoAnswer reply = failure(Ask.of("POST", deaf.url("/upload")).withBody("x".repeat(20_000_000)));
            assertThat(reply.stage()).isEqualTo(Stage.REQUEST);
        }
    }

    @Test
    void ends_at_the_deadline_when_tls_stalls() throws IOException {
        try (RawServer deaf = RawServer.deaf()) {
            NoAnswer reply = failure(Ask.get(URI.create("https://127.0.0.1:" + deaf.port() + "/")));
            assertThat(reply.stage()).isEqualTo(Stage.TLS);
        }
    }

    @Test
    void names_tls_when_the_other_side_does_not_speak_it() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread plain = new Thread(() -> answerPlainly(listener));
            plain.setDaemon(true);
            plain.start();
            NoAnswer reply = failure(Ask.get(URI.create("https://127.0.0.1:" + listener.getLocalPort() + "/")));
            assertThat(reply.stage()).isEqualTo(Stage.TLS);
        }
    }

    @Test
    void cuts_an_endless_body_at_the_cap() throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        Answer answer = expectAnswer(out -> {
            write(out, CHUNKED);
            while (true) {
                out.write(chunk);
            }
        });
        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(Caps.DEFAULT.bodyBytes());
    }

    @Test
    void cuts_a_decompression_bomb_at_the_decoded_cap() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        Answer answer = expectAnswer(out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            out.write(bomb);
        });
        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(Caps.DEFAULT.bodyBytes());
    }

    @Test
    void ends_with_the_first_of_endless_empty_gzip_members() throws IOException {
        byte[] empty = gzip(new byte[0]);
        Answer answer = expectAnswer(out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
            for (int member = 0; member < 100_000; member++) {
                out.write(empty);
            }
        });
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refuses_nested_content_codings() throws IOException {
        expectFailure(Stage.PARSE, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void counts_interim_answers() throws IOException {
        expectFailure(Stage.HEADERS, out -> {
            for (int interim = 0; interim < 2_000; interim++) {
                write(out, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
            }
        });
    }

    @Test
    void refuses_a_stray_101() throws IOException {
        expectFailure(Stage.PARSE, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
    }

    @Test
    void refuses_a_nul_in_a_header() throws IOException {
        expectFailure(Stage.PARSE, "HTTP/1.1 200 OK\r\nX-A: b\0c\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void refuses_a_space_before_the_colon() throws IOException {
        expectFailure(Stage.PARSE, "HTTP/1.1 200 OK\r\nX-A : b\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void refuses_two_different_lengths() throws IOException {
        expectFailure(Stage.PARSE, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc");
    }

    @Test
    void refuses_twenty_thousand_headers() throws IOException {
        expectFailure(Stage.PARSE, "HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(20_000) + "\r\n");
    }

    @Test
    void refuses_a_line_of_500_kilobytes() throws IOException {
        expectFailure(Stage.PARSE, "HTTP/1.1 200 OK\r\nX-A: " + "b".repeat(500_000) + "\r\n\r\n");
    }

    @Test
    void refuses_what_is_not_http() throws IOException {
        expectFailure(Stage.PARSE, "SSH-2.0-OpenSSH_9.2p1\r\n");
    }

    @Test
    void names_the_body_when_it_is_shorter_than_its_length() throws IOException {
        expectFailure(Stage.BODY, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort");
    }

    @Test
    void names_the_body_when_a_chunk_is_cut() throws IOException {
        expectFailure(Stage.BODY, CHUNKED + "a\r\nhalf");
    }

    @Test
    void names_the_body_when_the_last_chunk_is_missing() throws IOException {
        expectFailure(Stage.BODY, CHUNKED + "4\r\nhalf\r\n");
    }

    @Test
    void names_the_body_when_gzip_ends_early() throws IOException {
        byte[] whole = gzip("{\"status\":\"ok\"}".repeat(50).getBytes(StandardCharsets.UTF_8));
        expectFailure(Stage.BODY, out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
            out.write(whole, 0, whole.length / 2);
        });
    }

    @Test
    void names_the_headers_when_the_connection_closes_inside_them() throws IOException {
        expectFailure(Stage.HEADERS, "HTTP/1.1 200 OK\r\nX-A: b\r\n");
    }

    @Test
    void names_the_headers_when_the_connection_closes_at_once() throws IOException {
        expectFailure(Stage.HEADERS, "");
    }

    @Test
    void names_the_connection_when_the_port_is_closed() throws IOException {
        int port;
        try (ServerSocket listener = new ServerSocket(0)) {
            port = listener.getLocalPort();
        }
        NoAnswer reply = failure(Ask.get(URI.create("http://127.0.0.1:" + port + "/")));
        assertThat(reply.stage()).isEqualTo(Stage.CONNECT);
    }

    @Test
    void names_the_resolution_when_the_name_does_not_exist() {
        NoAnswer reply = failure(Ask.get(URI.create("http://nobody.invalid/")));
        assertThat(reply.stage()).isEqualTo(Stage.RESOLVE);
    }

    @Test
    void refuses_another_scheme_without_connecting() {
        NoAnswer reply = failure(Ask.get(URI.create("file:///etc/passwd")));
        assertThat(reply.stage()).isEqualTo(Stage.REQUEST);
    }

    private void expectFailure(Stage stage, String response) throws IOException {
        expectFailure(stage, out -> write(out, response));
    }

    private void expectFailure(Stage stage, RawServer.Behaviour behaviour) throws IOException {
        try (RawServer server = RawServer.answering(behaviour)) {
            NoAnswer reply = failure(Ask.get(server.url("/health")));
            assertThat(reply.stage()).as(reply.why()).isEqualTo(stage);
            assertThat(reply.exchange().answer()).containsExactly("no answer: " + stage + ": " + reply.why());
            assertThat(reply.why().length()).isLessThan(300);
        }
    }

    private Answer expectAnswer(RawServer.Behaviour behaviour) throws IOException {
        try (RawServer server = RawServer.answering(behaviour)) {
            Reply reply = wire.send(Ask.get(server.url("/health")));
            assertThat(reply).isInstanceOf(Answer.class);
            return (Answer) reply;
        }
    }

    private NoAnswer failure(Ask ask) {
        long start = System.nanoTime();
        Reply reply = wire.send(ask.within(BUDGET));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BUDGET.plus(SLACK));
        assertThat(reply).isInstanceOf(NoAnswer.class);
        return (NoAnswer) reply;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
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

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
