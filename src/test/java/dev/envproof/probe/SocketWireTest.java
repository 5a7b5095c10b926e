package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SocketWireTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private final SocketWire wire = new SocketWire(Redaction.of(List.of()));

    @Test
    void sends_every_header_byte_for_byte_and_in_order() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            wire.send(Ask.get(server.url("/a?b=%20c"))
                    .with("Host", "other.example")
                    .with("X-Environment", "staging")
                    .with("x-environment", " \u0001\u00e9")
                    .with("Connection", "X-Environment"));
            assertThat(server.requests())
                    .containsExactly("GET /a?b=%20c HTTP/1.1\r\nHost: other.example\r\nX-Environment: staging\r\n"
                            + "x-environment:  \u0001\u00e9\r\nConnection: X-Environment\r\n"
                            + "User-Agent: envproof\r\nAccept: */*\r\n\r\n");
        }
    }

    @Test
    void adds_host_and_length_where_none_is_given() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            wire.send(Ask.of("POST", server.url("")).withBody("\u00e9"));
            assertThat(server.requests().get(0))
                    .startsWith("POST / HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
                    .contains("Connection: close\r\n", "Content-Length: 2\r\n");
        }
    }

    @Test
    void keeps_every_answer_header_line() throws IOException {
        Answer answer = answer("HTTP/1.1 200 OK\r\nVary: a\r\nvary: b\r\nX-Folded: one\r\n two\r\nX-Empty:\r\n"
                + "Content-Length: 2\r\n\r\nok");
        assertThat(answer.all("VARY")).containsExactly("a", "b");
        assertThat(answer.first("X-Folded")).contains("one two");
        assertThat(answer.first("X-Empty")).contains("");
        assertThat(answer.body()).isEqualTo("ok");
        assertThat(answer.cut()).isFalse();
    }

    @Test
    void passes_over_one_interim_answer() throws IOException {
        assertThat(answer("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK).status())
                .isEqualTo(200);
    }

    @Test
    void does_not_follow_a_redirect() throws IOException {
        Answer answer = answer("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void asks_once_even_when_the_connection_closes_without_an_answer() throws IOException {
        try (RawServer server = RawServer.answering("")) {
            wire.send(Ask.get(server.url("/")));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void reads_chunks_and_close_delimited_bodies() throws IOException {
        assertThat(answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")
                        .body())
                .isEqualTo("abc");
        assertThat(answer("HTTP/1.0 200 OK\r\n\r\nabc").body()).isEqualTo("abc");
    }

    @Test
    void expects_no_body_after_head_and_204() throws IOException {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")) {
            assertThat(wire.send(Ask.of("HEAD", server.url("/")))).isInstanceOf(Answer.class);
        }
        assertThat(answer("HTTP/1.1 204 No Content\r\n\r\n").body()).isEmpty();
    }

    @Test
    void decodes_gzip_and_the_declared_charset() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("caf\u00e9 ".repeat(2_000).getBytes(StandardCharsets.ISO_8859_1));
        }
        Answer answer = answer(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=ISO-8859-1\r\nContent-Encoding: gzip\r\n\r\n"
                        + bytes.toString(StandardCharsets.ISO_8859_1));
        assertThat(answer.body()).isEqualTo("caf\u00e9 ".repeat(2_000));
    }

    @Test
    void survives_an_unknown_charset_and_malformed_bytes() throws IOException {
        Answer answer = answer(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=nonsense\r\nContent-Length: 1\r\n\r\n\u00ff");
        assertThat(answer.body()).isEqualTo("\ufffd");
    }

    @Test
    void shows_secrets_neither_in_the_evidence_nor_in_the_command_line() throws IOException {
        String key = "made-up-key-0123456789";
        SocketWire discreet = new SocketWire(Redaction.ofVariables(Map.of("STAGING_ACCESS_KEY", key)));
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nX-Echo: " + key + "\r\n\r\n" + "x".repeat(2_040) + key + "tail")) {
            Reply reply = discreet.send(
                    Ask.get(server.url("/?k=" + key)).with("X-Access-Key", key).with("X-Note", "it's"));
            assertThat(reply.exchange().toString()).doesNotContain("made-up").contains("X-Echo: [redacted]");
            assertThat(reply.exchange().again())
                    .isEqualTo("curl -si -H 'X-Access-Key: '\"$STAGING_ACCESS_KEY\" -H 'X-Note: it'\\''s' "
                            + "'http://127.0.0.1:" + server.port() + "/?k='\"$STAGING_ACCESS_KEY\"");
        }
    }

    @Test
    void makes_terminal_sequences_harmless_in_the_evidence() throws IOException {
        Answer answer = answer("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n\u001b[31mred");
        assertThat(answer.body()).contains("\u001b");
        assertThat(answer.exchange().answer()).contains("\\x1b[31mred");
    }

    private Answer answer(String response) throws IOException {
        try (RawServer server = RawServer.answering(response)) {
            Reply reply = wire.send(Ask.get(server.url("/health")));
            assertThat(reply).as(reply.exchange().toString()).isInstanceOf(Answer.class);
            return (Answer) reply;
        }
    }
}
