package dev.envproof.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.Redaction;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.report.Hostile;
import dev.envproof.report.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stranger's text tells no runner what to do, calls nobody in a chat, and floods no message. */
class HostileMessageTest {
    private static final String TEXTS = "dev.envproof.report.Hostile#texts";
    private static final Redaction NOTHING = Redaction.of(List.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(TEXTS)
    void an_annotation_is_one_line_and_one_command(String text) {
        Outcome outcome = Hostile.outcome(text, folder);

        assertThat(new GitHub(Map.of()).annotations(outcome, Past.EMPTY, now(text, outcome), NOTHING))
                .hasSizeBetween(3, 10)
                .allMatch(line -> line.matches("::(error|warning|notice) title=[^\\p{Cntrl}:,]*::\\P{Cntrl}*"));
    }

    @ParameterizedTest
    @MethodSource(TEXTS)
    void messages_are_json_without_hidden_characters_mentions_or_links(String text) throws IOException {
        Outcome outcome = Hostile.outcome(text, folder);
        Now now = now(text, outcome);
        News news = new News(outcome, now, Past.EMPTY.untold("slack", now), Optional.empty(), NOTHING);

        String slack = read(SlackMessage.of(news)).get("text").asText();
        JsonNode webhook = read(WebhookMessage.of(news));

        assertThat(slack).doesNotContain("<!", "<@", "<http", "@").hasSizeLessThan(20_000);
        assertThat(slack.codePoints()).noneMatch(HostileMessageTest::isHidden);
        assertThat(webhook.get("changes")).hasSizeBetween(3, 10);
        assertThat(webhook.toString().codePoints()).noneMatch(HostileMessageTest::isHidden);
        assertThat(webhook.toString()).hasSizeLessThan(40_000);
    }

    private static Now now(String text, Outcome outcome) {
        return Hostile.now(text, outcome.findings());
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    private static boolean isHidden(int point) {
        return point != '\n' && (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
    }
}
