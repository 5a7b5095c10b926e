package dev.envproof.report;

import static dev.envproof.report.SampleFindings.BROKEN;
import static dev.envproof.report.SampleFindings.HELD;
import static dev.envproof.report.SampleFindings.TODAY;
import static dev.envproof.report.SampleFindings.findings;
import static dev.envproof.report.SampleFindings.outcome;
import static dev.envproof.report.SampleFindings.suite;
import static dev.envproof.report.SampleFindings.waived;
import static dev.envproof.report.SampleFindings.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.report.WaiverState.Standing;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Waiver;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverReportTest {

    @Test
    void verdict_and_findings_list_each_waiver_with_owner_reason_and_expiry() throws IOException {
        Outcome outcome = with(waiver(TODAY.plusDays(40)), BROKEN);
        for (String report : new String[] {VerdictJson.of(outcome), Written.by(FindingsJson::write, outcome)}) {
            JsonNode listed = new ObjectMapper().readTree(report).get("waivers").get(0);
            assertThat(listed.get("rule").asText()).isEqualTo("cors/foreign-origin-is-refused");
            assertThat(listed.get("environment").asText()).isEqualTo("staging");
            assertThat(listed.get("owner").asText()).isEqualTo("jo");
            assertThat(listed.get("reason").asText()).isEqualTo("the gateway is replaced in May");
            assertThat(listed.get("expires").asText()).isEqualTo("2026-12-31");
            assertThat(listed.get("standing").asText()).isEqualTo("in force");
            assertThat(listed.get("daysLeft").asInt()).isEqualTo(40);
        }
    }

    @Test
    void a_waived_finding_carries_its_waiver() throws IOException {
        JsonNode finding = new ObjectMapper()
                .readTree(Written.by(FindingsJson::write, with(waiver(TODAY), BROKEN)))
                .get("findings")
                .get(0);
        assertThat(finding.get("verdict").asText()).isEqualTo("waived");
        assertThat(finding.get("waiver").get("owner").asText()).isEqualTo("jo");
    }

    @Test
    void the_summary_lists_each_waiver_in_a_table() {
        assertThat(SummaryMarkdown.of(with(waiver(TODAY.plusDays(40)), BROKEN)))
                .contains("| rule | where | owner | reason | expires | |")
                .contains("| cors/foreign-origin-is-refused | staging | jo | the gateway is replaced in May"
                        + " | 2026-12-31 | in force |")
                .doesNotContain("warning");
    }

    @Test
    void hostile_words_of_a_waiver_break_no_table() {
        Waiver hostile = new Waiver(
                SampleFindings.CARD.id(), Optional.of("staging"), "jo | x", "<script>`[a](b)", TODAY.plusDays(40));
        assertThat(SummaryMarkdown.of(with(hostile, BROKEN)))
                .contains("| jo \\| x | &lt;script>\\`\\[a](b) |")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @CsvSource({"0, today", "1, in a day", "14, in 14 days"})
    void one_that_ends_within_14_days_is_warned_of_and_the_gate_stays_open(int days, String told) {
        Outcome outcome = with(waiver(TODAY.plusDays(days)), BROKEN);
        String warning = "warning: the waiver of cors/foreign-origin-is-refused by jo (staging) expires " + told
                + ", on " + TODAY.plusDays(days);
        assertThat(new Console(false).lines(outcome)).contains(warning);
        assertThat(SummaryMarkdown.of(outcome)).contains("- " + warning);
        assertThat(outcome.gate().isOpen()).isTrue();
    }

    @Test
    void one_that_ends_in_15_days_is_not_warned_of_yet() {
        assertThat(new Console(false).lines(with(waiver(TODAY.plusDays(15)), BROKEN)))
                .noneMatch(line -> line.startsWith("warning"));
    }

    @Test
    void an_expired_one_closes_the_gate_and_is_no_longer_warned_of() {
        Outcome outcome = with(waiver(TODAY.minusDays(1)), BROKEN);
        assertThat(outcome.gate().isOpen()).isFalse();
        assertThat(outcome.waivers()).extracting(WaiverState::standing).containsExactly(Standing.EXPIRED);
        assertThat(new Console(false).lines(outcome))
                .contains("closes the gate: the waiver of cors/foreign-origin-is-refused by jo expired on 2026-11-20");
        assertThat(new Console(false).lines(outcome)).noneMatch(line -> line.startsWith("warning"));
    }

    @Test
    void one_that_is_no_longer_needed_closes_the_gate_and_says_so_in_the_table() {
        Outcome outcome = with(waiver(TODAY.plusDays(40)), HELD);
        assertThat(outcome.gate().reasons()).singleElement().asString().contains("no longer needed: remove it");
        assertThat(SummaryMarkdown.of(outcome)).contains("| 2026-12-31 | no longer needed |");
        assertThat(new Console(false).lines(outcome))
                .contains("closes the gate: the waiver of cors/foreign-origin-is-refused by jo is no longer needed:"
                        + " remove it");
    }

    @Test
    void one_that_must_be_removed_is_not_warned_of() {
        assertThat(new Console(false).lines(with(waiver(TODAY.plusDays(3)), HELD)))
                .noneMatch(line -> line.startsWith("warning"));
    }

    @Test
    void one_whose_rule_was_not_judged_leaves_the_gate_alone() {
        Waiver elsewhere =
                new Waiver(SampleFindings.CARD.id(), Optional.of("production"), "jo", "soon", TODAY.plusDays(40));
        assertThat(WaiverState.all(findings(waived("staging", HELD, elsewhere)), suite(elsewhere), TODAY))
                .extracting(WaiverState::standing)
                .containsExactly(Standing.NOT_JUDGED);
    }

    private static Outcome with(Waiver waiver, Verdict verdict) {
        LocalDate today = TODAY;
        var findings = findings(
                waiver.isExpired(today)
                        ? SampleFindings.finding("staging", verdict)
                        : waived("staging", verdict, waiver));
        Outcome plain = outcome();
        return new Outcome(
                findings,
                suite(waiver),
                Gate.decide(findings, suite(waiver), today),
                plain.targets(),
                plain.engine(),
                plain.deviations(),
                plain.started(),
                plain.took());
    }
}
