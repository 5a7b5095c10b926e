package dev.envproof.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.junit.Launch.Shown;
import dev.envproof.report.FindingText;
import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.rule.Severity;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Suite;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.opentest4j.AssertionFailedError;

/** JUnit presents the very findings that the jar prints, and fails exactly where the gate closes. */
class PresentedFindingsTest {
    private static final String GATE = "GateSuite";

    @ParameterizedTest
    @EnumSource(Severity.class)
    void every_finding_is_presented_once_and_fails_where_the_gate_names_it(Severity mildest) {
        isPresented(MadeUp.outcome(MadeUp.everyRule(), MadeUp.suite(mildest)));
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void so_is_every_finding_of_several_systems(Severity mildest) {
        isPresented(MadeUp.together(MadeUp.everyRule(), MadeUp.everyRule(), MadeUp.suite(mildest)));
    }

    private static void isPresented(Outcome outcome) {
        List<String> expected = outcome.findings().findings().stream()
                .map(finding -> expected(finding, outcome.gate()))
                .toList();

        List<String> shown = Launch.over(outcome).stream()
                .filter(test -> !test.suite().equals(GATE))
                .map(test -> test.suite() + "|" + test.name() + "|" + test.message())
                .toList();

        assertThat(expected).as("sentences tell findings apart").doesNotHaveDuplicates();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void the_made_up_findings_hold_every_verdict_in_every_family() {
        assertThat(MadeUp.everyRule())
                .extracting(finding -> finding.family() + " " + FindingText.word(finding))
                .contains("cors HELD", "cors BROKEN", "cors INCONCLUSIVE", "cors WAIVED")
                .contains("isolation HELD", "isolation BROKEN", "isolation INCONCLUSIVE", "isolation WAIVED");
    }

    @Test
    void nothing_fails_where_the_gate_is_open_although_whole_families_do_not_apply() {
        List<Finding> corsAlone = MadeUp.held("cors");

        List<Shown> shown = Launch.over(MadeUp.outcome(corsAlone, Suite.everything()));

        assertThat(shown)
                .hasSize(corsAlone.size() + 1)
                .allMatch(test -> test.failure().isEmpty());
    }

    @Test
    void a_gate_that_no_finding_closes_fails_its_own_test_alone() {
        Suite demanding = new Suite("demanding", Set.of(), Set.of(), 1_000, EnumSet.allOf(Severity.class), List.of());

        List<Shown> shown = Launch.over(MadeUp.outcome(MadeUp.held("cors"), demanding));

        assertThat(shown)
                .filteredOn(test -> test.failure().isPresent())
                .singleElement()
                .satisfies(test -> assertThat(test.suite()).isEqualTo(GATE))
                .satisfies(test -> assertThat(test.message()).contains("asks for at least 1000"));
    }

    @Test
    void a_run_that_could_not_start_fails_every_class_and_is_explained_once_without_frames() {
        List<Shown> shown = Launch.over(VerifiedRun.failed("-Denv=stagin: unknown environment"));

        assertThat(shown)
                .hasSizeGreaterThan(5)
                .allSatisfy(test -> assertThat(test.failure())
                        .get()
                        .isInstanceOf(NothingVerified.class)
                        .extracting(Throwable::getStackTrace)
                        .isEqualTo(new StackTraceElement[0]));
        assertThat(shown).filteredOn(test -> test.message().contains("stagin")).hasSize(1);
    }

    @Test
    void a_finding_fails_as_an_assertion_does() {
        assertThat(Launch.over(MadeUp.outcome(MadeUp.everyRule(), Suite.everything())))
                .filteredOn(test -> !test.suite().equals(GATE))
                .flatExtracting(test -> test.failure().stream().toList())
                .isNotEmpty()
                .hasOnlyElementsOfType(AssertionFailedError.class);
    }

    @Test
    void one_class_of_another_project_shows_what_all_suites_here_show() {
        Outcome outcome = MadeUp.outcome(MadeUp.everyRule(), MadeUp.suite(Severity.HIGH));

        assertThat(Launch.over(VerifiedRun.of(outcome), DiscoverySelectors.selectClass(OfAnotherProject.class)))
                .extracting(test -> test.name() + "|" + test.message())
                .containsExactlyInAnyOrderElementsOf(Launch.over(outcome).stream()
                        .map(test -> test.name() + "|" + test.message())
                        .toList());
    }

    static class OfAnotherProject extends EnvironmentTests {}

    /** Told by the gate's reasons alone, not by what decides about a test. */
    private static String expected(Finding finding, Gate gate) {
        String word = FindingText.word(finding);
        boolean closes = gate.reasons()
                .contains(FindingText.sentence(finding) + " - " + (finding.isBroken() ? "broken" : "inconclusive")
                        + " (" + finding.rule() + ")");
        String mark = finding.isHeld() || closes ? "" : " (" + word + ", does not close the gate)";
        return FamiliesTest.suiteOf(finding.family()) + "|" + FindingText.sentence(finding) + mark + "|"
                + (closes ? FindingText.of(finding) : "");
    }
}
