package dev.envproof.report;

import static dev.envproof.report.SampleFindings.BROKEN;
import static dev.envproof.report.SampleFindings.HELD;
import static dev.envproof.report.SampleFindings.finding;
import static dev.envproof.report.SampleFindings.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.history.HistoryFile;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.history.RunLine;
import dev.envproof.history.RunLine.Tally;
import dev.envproof.history.Series;
import dev.envproof.report.Delivery.Result;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchReportTest {
    private static final Alert ALERT = new Alert(
            Alert.Kind.ERROR_RATE,
            "staging",
            "api",
            "3 of 20 requests failed, 15 %: 10 points above the threshold of 5 %");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void an_alert_is_in_every_report_and_the_gate_stays_open() throws IOException {
        Outcome outcome = with(new Watch(List.of(ALERT), Past.EMPTY, List.of(), List.of()));
        String says =
                "staging: api: high error rate: 3 of 20 requests failed, 15 %: 10 points above the threshold of 5 %";
        assertThat(new Console(false).lines(outcome)).contains("alert: " + says, "gate: OPEN");
        assertThat(SummaryMarkdown.of(outcome)).contains("## Alerts\n\n- " + says);
        JsonNode alert = verdict(outcome).get("alerts").get(0);
        assertThat(alert.get("kind").asText()).isEqualTo("error-rate");
        assertThat(alert.get("environment").asText()).isEqualTo("staging");
        assertThat(alert.get("service").asText()).isEqualTo("api");
        assertThat(alert.get("says").asText()).contains("10 points above the threshold");
    }

    @Test
    void what_changed_since_the_run_before_is_told() throws IOException {
        Outcome outcome = with(watch(past(HELD, BROKEN)));
        String change = "staging: cors/foreign-origin-is-refused: held -> broken";
        assertThat(new Console(false).lines(outcome)).contains("changed: " + change);
        assertThat(SummaryMarkdown.of(outcome))
                .contains("## Changed since the run before\n\n- " + change)
                .contains("- the gate over the last runs, oldest first: OPEN, CLOSED");
        JsonNode history = verdict(outcome).get("history");
        assertThat(history.get("runs").asInt()).isEqualTo(2);
        assertThat(history.get("run").asText()).isEqualTo("run-1");
        assertThat(history.get("changed").get(0).get("after").asText()).isEqualTo("broken");
    }

    @Test
    void a_first_run_changed_nothing() {
        assertThat(new Console(false).lines(with(watch(past(BROKEN))))).noneMatch(line -> line.startsWith("changed"));
    }

    @Test
    void a_verdict_that_changes_to_and_fro_is_flaky() throws IOException {
        Outcome outcome = with(watch(past(HELD, BROKEN, HELD, BROKEN)));
        assertThat(SummaryMarkdown.of(outcome))
                .contains("## Flaky over the last 20 runs\n\n- staging: cors/foreign-origin-is-refused:"
                        + " 3 changes in 4 runs: held, broken, held, broken");
        assertThat(verdict(outcome).at("/history/flaky/0/changes").asInt()).isEqualTo(3);
    }

    @Test
    void where_no_variable_is_set_one_quiet_line_says_so() {
        Outcome outcome = with(deliveries(
                new Delivery("slack", "SLACK_URL", Result.NOT_SET, "SLACK_URL is not set"),
                new Delivery("webhook", "HOOK_URL", Result.NOT_SET, "HOOK_URL is not set"),
                new Delivery(Delivery.STEP_SUMMARY, "GITHUB_STEP_SUMMARY", Result.SENT, "told the run")));
        assertThat(new Console(false).lines(outcome))
                .filteredOn(line -> line.startsWith("notify: nothing"))
                .containsExactly("notify: nothing sent: SLACK_URL is not set, HOOK_URL is not set");
        assertThat(SummaryMarkdown.of(outcome)).doesNotContain("notify", "## Notes");
    }

    @Test
    void a_notification_that_failed_is_in_every_report_and_the_gate_stays_open() throws IOException {
        Outcome outcome = with(deliveries(
                new Delivery("slack", "SLACK_URL", Result.FAILED, "answered with the status 500"),
                new Delivery("webhook", "HOOK_URL", Result.SENT, "told 2 changes")));
        assertThat(new Console(false).lines(outcome))
                .contains(
                        "notify: slack: failed: answered with the status 500",
                        "notify: webhook: told 2 changes",
                        "gate: OPEN");
        assertThat(SummaryMarkdown.of(outcome)).contains("- notify: slack: failed: answered with the status 500");
        assertThat(verdict(outcome).at("/notifications/0/result").asText()).isEqualTo("failed");
        assertThat(verdict(outcome).at("/notifications/0/variable").asText()).isEqualTo("SLACK_URL");
    }

    @Test
    void what_is_wrong_with_the_history_is_told() throws IOException {
        Outcome outcome = with(new Watch(List.of(), Past.EMPTY, List.of(), List.of("history: f: can't be written")));
        assertThat(new Console(false).lines(outcome)).contains("history: f: can't be written");
        assertThat(verdict(outcome).at("/notes/0").asText()).isEqualTo("history: f: can't be written");
    }

    private static Outcome with(Watch watch) {
        return outcome(finding("staging", HELD)).with(watch);
    }

    private static Watch watch(Past past) {
        return new Watch(List.of(), past, List.of(), List.of());
    }

    private static Watch deliveries(Delivery... deliveries) {
        return new Watch(List.of(), Past.EMPTY, List.of(deliveries), List.of());
    }

    private Past past(Verdict... verdicts) {
        try (HistoryFile file =
                HistoryFile.open(folder.resolve("history.jsonl"), new Series("job-platform", "full", "remote"))) {
            for (int number = 0; number < verdicts.length; number++) {
                Outcome seen = outcome(finding("staging", verdicts[number]));
                RunLine line = new RunLine(
                        Instant.EPOCH,
                        "run-" + number,
                        "",
                        List.of("staging"),
                        seen.gate().word(),
                        new Tally(1, 0, 0, 0),
                        List.of(),
                        List.of());
                file.append(Now.of(line, seen.findings().findings(), List.of()));
            }
            return file.past();
        }
    }

    private static JsonNode verdict(Outcome outcome) throws IOException {
        return new ObjectMapper().readTree(VerdictJson.of(outcome));
    }
}
