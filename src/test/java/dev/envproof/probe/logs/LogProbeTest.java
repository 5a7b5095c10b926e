package dev.envproof.probe.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Stage;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogProbeTest {
    private static final Exchange EXCHANGE = new Exchange("GET http://edge.example/", List.of(), "curl");

    @Test
    void a_request_that_nothing_answered_was_not_read() {
        LogProbe.Seen seen = look(ask -> new Reply.NoAnswer(Stage.CONNECT, "refused", EXCHANGE));
        assertThat(seen.named()).isNotEmpty();
        assertThat(seen.linesRead()).isZero();
        assertThat(seen.answersRead()).isZero();
    }

    @Test
    void answers_and_lines_are_counted_apart() {
        LogProbe.Seen seen = look(ask -> new Reply.Answer(200, List.of(), "", false, Duration.ZERO, EXCHANGE));
        assertThat(seen.linesRead()).isZero();
        assertThat(seen.answersRead()).isPositive();
    }

    private static LogProbe.Seen look(Wire wire) {
        List<Target> targets = SampleSystem.targets(URI.create("http://edge.example"), Engine.REMOTE, Map.of());
        Lookout lookout = new Lookout(
                wire,
                Redaction.of(List.of()),
                new Fingerprints(),
                targets,
                new Planted(List.of()),
                Duration.ofSeconds(20));
        return new LogProbe().look(targets.get(0), lookout);
    }
}
