package dev.envproof.notify;

import static dev.envproof.notify.Receiver.SECRET;
import static dev.envproof.notify.SampleRun.BROKEN;
import static dev.envproof.notify.SampleRun.HELD;
import static dev.envproof.notify.SampleRun.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.Redaction;
import dev.envproof.history.Past;
import dev.envproof.report.Delivery;
import dev.envproof.report.Delivery.Result;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Channels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotifierTest {
    private static final Channels BOTH = new Channels(Optional.of("SLACK_URL"), Optional.of("HOOK_URL"));
    private static final Channels SLACK = new Channels(Optional.of("SLACK_URL"), Optional.empty());
    private static final Channels HOOK = new Channels(Optional.empty(), Optional.of("HOOK_URL"));
    private static final Redaction NOTHING = Redaction.of(List.of());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tells_slack_in_one_text_what_is_broken() throws IOException {
        assertThat(text(SampleRun.of(BROKEN), Past.EMPTY)).isEqualTo("""
                *job-platform: gate CLOSED*, suite full, remote, version 1.4.2
                • *BROKEN* (was unseen) staging: a browser on a foreign origin is refused `cors/foreign-origin-is-refused`
                    saw: `https://foreign.example`""");
    }

    @Test
    void tells_slack_that_a_rule_holds_again() throws IOException {
        Past past = SampleRun.of(BROKEN).known(folder, "slack");
        assertThat(text(SampleRun.of(HELD), past))
                .startsWith("*job-platform: gate OPEN* (was CLOSED)")
                .contains("• *HELD* (was broken) staging: a browser on a foreign origin is refused");
    }

    @Test
    void tells_a_program_the_run_and_each_change_with_what_was_seen() throws IOException {
        JsonNode told = json(SampleRun.of(BROKEN), NOTHING);
        assertThat(told.get("gate").asText()).isEqualTo("CLOSED");
        assertThat(told.get("version").asText()).isEqualTo("1.4.2");
        JsonNode change = told.get("changes").get(0);
        assertThat(change.get("environment").asText()).isEqualTo("staging");
        assertThat(change.get("rule").asText()).isEqualTo("cors/foreign-origin-is-refused");
        assertThat(change.get("before").asText()).isEqualTo("unseen");
        assertThat(change.get("after").asText()).isEqualTo("broken");
        assertThat(change.get("severity").asText()).isEqualTo("critical");
        assertThat(change.get("saw").asText()).isEqualTo("https://foreign.example");
    }

    @Test
    void an_alert_is_told_with_the_threshold_that_it_crossed() throws IOException {
        Alert alert = new Alert(Alert.Kind.DOWN, "staging", "api", "5 of 5 requests failed in a row: 2 above");
        assertThat(text(SampleRun.of(HELD, alert), Past.EMPTY))
                .contains(
                        "• *RAISED* (was quiet) staging: api: service down: 5 of 5 requests failed in a row: 2 above");
        Past past = SampleRun.of(HELD, alert).known(folder, "slack");
        assertThat(text(SampleRun.of(HELD), past)).contains("• *QUIET* (was raised) staging: alert/down/api");
    }

    @Test
    void a_gate_that_stays_closed_although_all_is_mended_says_why() throws IOException {
        assertThat(text(SampleRun.of(OPEN), SampleRun.of(HELD).known(folder, "slack")))
                .doesNotContain("• staging: a browser");
        assertThat(text(
                        SampleRun.closed("no waiver is needed"),
                        SampleRun.of(BROKEN).known(folder, "slack")))
                .startsWith("*job-platform: gate CLOSED*, suite")
                .contains("• *HELD* (was broken)")
                .endsWith("\n• no waiver is needed");
    }

    @Test
    void a_first_run_tells_what_is_inconclusive() throws IOException {
        assertThat(text(SampleRun.of(OPEN), Past.EMPTY))
                .startsWith("*job-platform: gate CLOSED*, suite")
                .contains("• *INCONCLUSIVE* (was unseen) staging: a browser", "CONNECT: Connection refused");
    }

    @Test
    void a_first_run_tells_a_closed_gate_where_no_finding_closes_it() throws IOException {
        assertThat(text(SampleRun.closed("staging: 0 rules were judged"), Past.EMPTY))
                .startsWith("*job-platform: gate CLOSED*, suite")
                .endsWith("\n• staging: 0 rules were judged");
    }

    @Test
    void a_first_run_that_is_all_held_sends_nothing() throws IOException {
        try (Receiver receiver = new Receiver(200)) {
            assertThat(tell(receiver.address(), SampleRun.of(HELD), Past.EMPTY).result())
                    .isEqualTo(Result.NOTHING_TO_TELL);
            assertThat(receiver.bodies()).isEmpty();
        }
    }

    @Test
    void runs_of_single_environments_tell_their_gates_once() throws IOException {
        SampleRun staging = SampleRun.closed("too few").in("staging");
        SampleRun production = SampleRun.of(HELD).in("production");
        try (Receiver receiver = new Receiver(200)) {
            Past past = Past.EMPTY;
            for (int night = 0; night < 3; night++) {
                tell(receiver.address(), staging, past);
                past = staging.known(folder, "slack");
                tell(receiver.address(), production, past);
                past = production.known(folder, "slack");
            }
            assertThat(receiver.bodies()).hasSize(1);
        }
    }

    @Test
    void what_did_not_change_is_not_told_again() throws IOException {
        try (Receiver receiver = new Receiver(200)) {
            Past past = SampleRun.of(BROKEN).known(folder, "slack");
            assertThat(tell(receiver.address(), SampleRun.of(BROKEN), past).result())
                    .isEqualTo(Result.NOTHING_TO_TELL);
            assertThat(receiver.bodies()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | answered with the status 500
            404 | answered with the status 404
            302 | answered with the status 302; redirects are not followed
            """)
    void a_webhook_that_refuses_is_reported_and_asked_once(int status, String says) throws IOException {
        try (Receiver receiver = new Receiver(status)) {
            Delivery delivery = tell(receiver.address(), SampleRun.of(BROKEN), Past.EMPTY);
            assertThat(delivery.result()).isEqualTo(Result.FAILED);
            assertThat(delivery.says()).isEqualTo(says);
            assertThat(receiver.bodies()).hasSize(1);
        }
    }

    @Test
    void a_webhook_that_hangs_is_reported_at_its_deadline() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Notifier notifier = new Notifier(
                    SLACK,
                    Map.of("SLACK_URL", "http://127.0.0.1:" + deaf.getLocalPort() + "/" + SECRET),
                    NOTHING,
                    Duration.ofMillis(300));
            SampleRun run = SampleRun.of(BROKEN);
            Delivery delivery =
                    notifier.tell(run.outcome(), Past.EMPTY, run.now()).get(0);
            assertThat(delivery.result()).isEqualTo(Result.FAILED);
            assertThat(delivery.says()).isEqualTo("no answer: HEADERS: nothing came to an end within 300 ms");
        }
    }

    @Test
    void a_webhook_that_is_not_there_is_reported_without_its_address() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }
        Delivery delivery = tell("http://127.0.0.1:" + free + "/" + SECRET, SampleRun.of(BROKEN), Past.EMPTY);
        assertThat(delivery.result()).isEqualTo(Result.FAILED);
        assertThat(delivery.says()).startsWith("no answer: CONNECT").doesNotContain(SECRET, "127.0.0.1");
    }

    @Test
    void a_host_that_does_not_resolve_is_not_named() {
        Delivery delivery = tell("https://hooks-of-ours.invalid/" + SECRET, SampleRun.of(BROKEN), Past.EMPTY);
        assertThat(delivery.says()).isEqualTo("no answer: RESOLVE: the name [redacted] does not resolve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T0K3N-s3cret-of-the-hook",
                "ftp://host/T0K3N-s3cret-of-the-hook",
                "http:///x",
                "http://a b/",
                "::"
            })
    void a_variable_without_an_address_is_told_by_its_name_alone(String value) {
        Delivery delivery = tell(value, SampleRun.of(BROKEN), Past.EMPTY);
        assertThat(delivery.result()).isEqualTo(Result.FAILED);
        assertThat(delivery.says()).isEqualTo("SLACK_URL holds no address; accepted: an absolute http or https URL");
    }

    @Test
    void a_variable_that_is_not_set_or_blank_sends_nothing() {
        SampleRun run = SampleRun.of(BROKEN);
        assertThat(new Notifier(BOTH, Map.of("HOOK_URL", " "), NOTHING).tell(run.outcome(), Past.EMPTY, run.now()))
                .extracting(Delivery::result)
                .containsExactly(Result.NOT_SET, Result.NOT_SET);
    }

    @Test
    void one_that_fails_keeps_the_other_from_nothing() throws IOException {
        try (Receiver good = new Receiver(204);
                Receiver bad = new Receiver(500)) {
            SampleRun run = SampleRun.of(BROKEN);
            Map<String, String> variables = Map.of("SLACK_URL", bad.address(), "HOOK_URL", good.address());
            assertThat(new Notifier(BOTH, variables, NOTHING).tell(run.outcome(), Past.EMPTY, run.now()))
                    .extracting(Delivery::result)
                    .containsExactly(Result.FAILED, Result.SENT);
            assertThat(good.bodies()).hasSize(1);
        }
    }

    @Test
    void hostile_words_call_nobody_and_end_no_line() throws IOException {
        Verdict hostile = Verdict.broken("none", "<!channel> @here `x` \u001b[31m\n::error::x" + "y".repeat(5_000));
        assertThat(text(SampleRun.of(hostile), Past.EMPTY))
                .contains("`&lt;!channel&gt; (at)here 'x' \\x1b[31m\\n::error::xyyy")
                .hasSizeLessThan(700);
    }

    private String text(SampleRun run, Past past) throws IOException {
        try (Receiver receiver = new Receiver(200)) {
            assertThat(tell(receiver.address(), run, past).result()).isEqualTo(Result.SENT);
            return tree(receiver.bodies().get(0)).get("text").asText();
        }
    }

    private JsonNode json(SampleRun run, Redaction redaction) throws IOException {
        try (Receiver receiver = new Receiver(200)) {
            new Notifier(HOOK, Map.of("HOOK_URL", receiver.address()), redaction)
                    .tell(run.outcome(), Past.EMPTY, run.now());
            return tree(receiver.bodies().get(0));
        }
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }

    private static Delivery tell(String address, SampleRun run, Past past) {
        return new Notifier(SLACK, Map.of("SLACK_URL", address), NOTHING)
                .tell(run.outcome(), past, run.now())
                .get(0);
    }
}
