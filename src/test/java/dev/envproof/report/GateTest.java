package dev.envproof.report;

import static dev.envproof.report.SampleFindings.BROKEN;
import static dev.envproof.report.SampleFindings.HELD;
import static dev.envproof.report.SampleFindings.INCONCLUSIVE;
import static dev.envproof.report.SampleFindings.TODAY;
import static dev.envproof.report.SampleFindings.finding;
import static dev.envproof.report.SampleFindings.findings;
import static dev.envproof.report.SampleFindings.suite;
import static dev.envproof.report.SampleFindings.waived;
import static dev.envproof.report.SampleFindings.waiver;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.rule.Severity;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void opens_where_every_rule_held() {
        Gate gate = Gate.decide(findings(finding("staging", HELD)), suite(), TODAY);
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.word()).isEqualTo("OPEN");
    }

    @Test
    void closes_on_a_broken_rule_and_names_it() {
        Gate gate = Gate.decide(findings(finding("staging", BROKEN)), suite(), TODAY);
        assertThat(gate.broken()).isTrue();
        assertThat(gate.reasons())
                .containsExactly(
                        "staging: " + SampleFindings.CARD.says() + " - broken (cors/foreign-origin-is-refused)");
    }

    @Test
    void closes_on_an_inconclusive_rule_without_calling_it_broken() {
        Gate gate = Gate.decide(findings(finding("staging", INCONCLUSIVE)), suite(), TODAY);
        assertThat(gate.isOpen()).isFalse();
        assertThat(gate.broken()).isFalse();
    }

    @Test
    void stays_open_over_a_severity_that_does_not_block() {
        Suite mild = new Suite("mild", Set.of(), Set.of(), 1, Set.of(Severity.LOW), List.of());
        assertThat(Gate.decide(findings(finding("staging", BROKEN)), mild, TODAY)
                        .isOpen())
                .isTrue();
    }

    @Test
    void closes_on_fewer_rules_than_the_suite_asks_for() {
        Suite more = new Suite("more", Set.of(), Set.of(), 2, Set.of(Severity.LOW), List.of());
        assertThat(Gate.decide(findings(finding("staging", HELD)), more, TODAY).reasons())
                .containsExactly("staging: 1 rule judged, the suite more asks for at least 2");
    }

    @Test
    void closes_where_no_environment_was_verified() {
        Findings none = new Findings("job-platform", List.of(), List.of(), List.of(), List.of(), Duration.ZERO);
        assertThat(Gate.decide(none, suite(), TODAY).reasons()).containsExactly("no environment was verified");
    }

    @Test
    void lets_a_waived_finding_pass_until_its_last_day() {
        Waiver lastDay = waiver(TODAY);
        assertThat(Gate.decide(findings(waived("staging", BROKEN, lastDay)), suite(lastDay), TODAY)
                        .isOpen())
                .isTrue();
    }

    @Test
    void closes_on_an_expired_waiver() {
        Waiver expired = waiver(TODAY.minusDays(1));
        Gate gate = Gate.decide(findings(waived("staging", BROKEN, expired)), suite(expired), TODAY);
        assertThat(gate.reasons()).hasSize(2).last().asString().contains("by jo expired on 2026-11-20");
    }

    @Test
    void closes_on_a_waiver_that_is_no_longer_needed() {
        Waiver needless = waiver(TODAY);
        assertThat(Gate.decide(findings(waived("staging", HELD, needless)), suite(needless), TODAY)
                        .reasons())
                .singleElement()
                .asString()
                .contains("is no longer needed: remove it");
    }

    @Test
    void never_lets_a_waiver_cover_an_inconclusive_rule() {
        Waiver waiver = waiver(TODAY);
        assertThat(Gate.decide(findings(waived("staging", INCONCLUSIVE, waiver)), suite(waiver), TODAY)
                        .isOpen())
                .isFalse();
    }

    @Test
    void closes_on_a_canary_that_was_left_behind() {
        Findings left = new Findings(
                "job-platform",
                List.of("staging"),
                List.of(finding("staging", HELD)),
                List.of(),
                List.of("staging: a canary could not be removed"),
                Duration.ZERO);
        assertThat(Gate.decide(left, suite(), TODAY).isOpen()).isFalse();
    }
}
