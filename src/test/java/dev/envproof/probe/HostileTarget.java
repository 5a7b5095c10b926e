package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.Reply.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Asks a hostile loopback server and expects a verdict inside the deadline. */
final class HostileTarget {
    /** For targets that stall: each test waits this long. */
    static final Duration SHORT = Duration.ofMillis(1500);

    /** For targets that answer at once, on however busy a machine. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final SocketWire WIRE = new SocketWire(Redaction.of(List.of()));

    private HostileTarget() {}

    static void expectFailure(Stage stage, String response) throws IOException {
        expectFailure(stage, LONG, out -> write(out, response));
    }

    static void expectFailure(Stage stage, Duration budget, RawServer.Behaviour behaviour) throws IOException {
        try (RawServer server = RawServer.answering(behaviour)) {
            NoAnswer reply = failure(Ask.get(server.url("/health")).within(budget));
            assertThat(reply.stage()).as(reply.why()).isEqualTo(stage);
            assertThat(reply.exchange().answer()).containsExactly("no answer: " + stage + ": " + reply.why());
            assertThat(reply.why().length()).isLessThan(300);
        }
    }

    static void expectFailure(Stage stage, RawServer.Behaviour behaviour) throws IOException {
        expectFailure(stage, LONG, behaviour);
    }

    static Answer expectAnswer(RawServer.Behaviour behaviour) throws IOException {
        try (RawServer server = RawServer.answering(behaviour)) {
            Reply reply = WIRE.send(Ask.get(server.url("/health")));
            assertThat(reply).isInstanceOf(Answer.class);
            return (Answer) reply;
        }
    }

    static NoAnswer failure(Ask ask) {
        long start = System.nanoTime();
        Reply reply = WIRE.send(ask);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(ask.deadline().plus(SLACK));
        assertThat(reply).isInstanceOf(NoAnswer.class);
        return (NoAnswer) reply;
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
