package dev.envproof.notify;

import static dev.envproof.notify.SampleRun.BROKEN;
import static dev.envproof.notify.SampleRun.HELD;
import static dev.envproof.notify.SampleRun.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.history.Past;
import dev.envproof.report.Delivery;
import dev.envproof.report.Delivery.Result;
import dev.envproof.suite.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubTest {
    private static final Redaction NOTHING = Redaction.of(List.of("hunter22"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void is_here_only_where_its_runner_says_so() {
        assertThat(new GitHub(Map.of("GITHUB_ACTIONS", "true")).isHere()).isTrue();
        assertThat(new GitHub(Map.of("GITHUB_ACTIONS", "false")).isHere()).isFalse();
        assertThat(new GitHub(Map.of()).isHere()).isFalse();
    }

    @Test
    void a_broken_rule_is_an_error_that_names_rule_and_environment() {
        assertThat(annotations(SampleRun.of(BROKEN), Past.EMPTY))
                .containsExactly("::error title=cors/foreign-origin-is-refused::staging: a browser on a foreign origin"
                        + " is refused - broken (was unseen)");
    }

    @Test
    void what_is_mended_is_a_notice_and_what_stays_is_nothing() {
        Past past = SampleRun.of(BROKEN).known(folder, GitHub.CHANNEL);
        assertThat(annotations(SampleRun.of(HELD), past))
                .singleElement()
                .asString()
                .startsWith("::notice title=");
        assertThat(annotations(SampleRun.of(OPEN), past))
                .singleElement()
                .asString()
                .startsWith("::warning title=");
        assertThat(annotations(SampleRun.of(BROKEN), past)).isEmpty();
    }

    @Test
    void what_the_runner_would_take_for_a_command_is_escaped() {
        Alert hostile = new Alert(Alert.Kind.DOWN, "staging", "a:b,c%\n", "50 % of hunter22\r\n::error::x");
        assertThat(annotations(SampleRun.of(HELD, hostile), Past.EMPTY))
                .containsExactly("::warning title=alert/down/a%3Ab%2Cc%25\\n::staging: a:b,c%25\\n: service down:"
                        + " 50 %25 of [redacted]\\r\\n::error::x - raised (was quiet)");
    }

    @Test
    void no_more_annotations_than_the_runner_shows() {
        Alert[] many = IntStream.range(0, 30)
                .mapToObj(number -> new Alert(Alert.Kind.DOWN, "staging", "api" + number, "failed"))
                .toArray(Alert[]::new);
        assertThat(annotations(SampleRun.of(HELD, many), Past.EMPTY))
                .hasSize(10)
                .last()
                .isEqualTo("::notice title=envproof::21 more changes; see the step's summary");
    }

    @Test
    void the_summary_is_added_to_what_the_step_already_wrote() throws IOException {
        Path page = folder.resolve("summary");
        Files.writeString(page, "before\n");
        Delivery delivery = new GitHub(Map.of("GITHUB_STEP_SUMMARY", page.toString()))
                .summarize(SampleRun.of(BROKEN).outcome())
                .orElseThrow();
        assertThat(delivery.result()).isEqualTo(Result.SENT);
        assertThat(Files.readString(page)).startsWith("before\n# job-platform: gate CLOSED");
    }

    @Test
    void a_page_that_cannot_be_written_is_reported() {
        Delivery delivery = new GitHub(Map.of("GITHUB_STEP_SUMMARY", folder.toString()))
                .summarize(SampleRun.of(BROKEN).outcome())
                .orElseThrow();
        assertThat(delivery.result()).isEqualTo(Result.FAILED);
        assertThat(delivery.says()).startsWith("the file that it names can't be written");
    }

    private static List<String> annotations(SampleRun run, Past past) {
        return new GitHub(Map.of()).annotations(run.outcome(), past, run.now(), NOTHING);
    }
}
