package dev.envproof.probe;

import static dev.envproof.probe.HostileTarget.expectAnswer;
import static dev.envproof.probe.HostileTarget.expectFailure;
import static dev.envproof.probe.HostileTarget.failure;
import static dev.envproof.probe.HostileTarget.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.Reply.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Malformed, cut and endless answers: a named stage, bounded memory. */
class SocketWireHostileTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

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
    void takes_little_memory_however_much_is_sent() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        long before = allocatedByThisThread();
        expectAnswer(out -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
            out.write(bomb);
        });
        expectFailure(Stage.PARSE, "HTTP/1.1 200 OK\r\nX-A: " + "b".repeat(5_000_000) + "\r\n\r\n");
        assertThat(allocatedByThisThread() - before).isLessThan(60_000_000);
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
    void refuses_a_status_that_is_none() throws IOException {
        expectFailure(Stage.PARSE, "HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n");
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

    private static long allocatedByThisThread() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
