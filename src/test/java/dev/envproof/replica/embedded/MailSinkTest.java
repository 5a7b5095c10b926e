package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MailSinkTest {

    @Test
    void lists_what_was_sent_by_the_recipients_of_the_envelope_until_it_forgets() throws IOException {
        try (MailSink sink = new MailSink("staging")) {
            sink.start();
            send(URI.create(sink.smtpUrl()));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> list(sink).contains("canary-1"));
            assertThat(list(sink)).contains("\"To\":[\"hidden@y.example\"]");
            sink.forget();
            assertThat(list(sink)).contains("\"total\":0");
        }
    }

    /** A header may name somebody else than the envelope does. */
    private static void send(URI server) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort());
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            for (String line : List.of(
                    "EHLO localhost",
                    "MAIL FROM:<a@x.example>",
                    "RCPT TO:<hidden@y.example>",
                    "DATA",
                    "To: shown@x.example\r\nSubject: canary-1\r\n\r\ntext\r\n.",
                    "QUIT")) {
                out.print(line + "\r\n");
                out.flush();
            }
            socket.getInputStream().readAllBytes();
        }
    }

    private static String list(MailSink sink) throws IOException {
        return HttpCall.send("GET", sink.listUrl(), Map.of(), "").body();
    }
}
