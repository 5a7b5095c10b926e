package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.junit.MadeUp;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One gate and one set of reports over several systems. */
class TogetherTest {
    private static final LocalDate LATER = LocalDate.parse("2026-12-31");

    @Test
    void each_environment_is_called_by_its_system_too() {
        Outcome both = MadeUp.together(MadeUp.held("cors"), MadeUp.held("cors"), MadeUp.suite(Severity.HIGH));

        assertThat(both.findings().system()).isEqualTo("shop,store");
        assertThat(both.findings().environments()).containsExactly("shop/staging", "store/staging");
        assertThat(both.gate().isOpen()).isTrue();
        assertThat(both.findings().bySystem().values())
                .extracting(Findings::findings)
                .allSatisfy(part -> assertThat(part).hasSameSizeAs(MadeUp.held("cors")));
        assertThat(new Console(false).lines(both))
                .anyMatch(line -> line.startsWith("shop ") && line.endsWith("staging"))
                .anyMatch(line -> line.startsWith("store: 19 rules ran against 1 environment"));
        assertThat(SummaryMarkdown.of(both)).contains("## shop\n", "## store\n");
    }

    @Test
    void one_closed_system_closes_the_gate_of_all() {
        Outcome both = MadeUp.together(MadeUp.held("cors"), MadeUp.everyRule(), MadeUp.suite(Severity.LOW));

        assertThat(both.gate().broken()).isTrue();
        assertThat(both.gate().reasons()).isNotEmpty().allMatch(reason -> reason.startsWith("store/"));
        assertThat(VerdictJson.of(both)).contains("\"closesTheGate\" : false", "\"closesTheGate\" : true");
    }

    @Test
    void what_closed_a_systems_gate_beside_its_findings_is_told_with_its_name() {
        Outcome shop = MadeUp.outcome("shop", MadeUp.held("cors"), Suite.everything());
        Outcome late = closed(MadeUp.outcome("store", MadeUp.held("cors"), Suite.everything()), "not ready within 2 s");

        assertThat(Together.of(List.of(shop, late), Suite.everything()).gate().reasons())
                .containsExactly("store: not ready within 2 s");
    }

    @Test
    void a_waiver_may_name_one_systems_environment_or_that_of_all() {
        assertThat(waived(waiver("store/staging"))).containsExactly("store/staging");
        assertThat(waived(waiver("staging"))).containsExactly("shop/staging", "store/staging");
        assertThat(waived(waiver("other/staging"))).isEmpty();
    }

    @Test
    void metrics_have_the_label_of_each_series_own_system() {
        String text = MetricsText.of(MadeUp.together(broken(), broken(), Suite.everything()));

        assertThat(text)
                .contains("envproof_gate_open{system=\"shop,store\"")
                .contains("envproof_finding{system=\"store\"", "environment=\"staging\"")
                .doesNotContain("store/staging");
    }

    @Test
    void code_scanning_is_pointed_at_each_systems_own_files() {
        Outcome both = MadeUp.together(
                MadeUp.held("cors"),
                MadeUp.everyRule().stream()
                        .filter(it -> it.family().equals("secrets"))
                        .toList(),
                Suite.everything());

        assertThat(Written.by(SarifLog::write, both))
                .contains("environments/store/staging.yaml", "\"fullyQualifiedName\" : \"store/staging\"");
    }

    private static List<String> waived(Waiver waiver) {
        Suite suite =
                new Suite("mine", Set.of(), Set.of(), 1, Suite.everything().blocking(), List.of(waiver));
        List<Finding> local = broken().stream()
                .map(it -> new Finding(it.subject(), it.card(), it.verdict(), Optional.of(waiver)))
                .toList();
        return MadeUp.together(local, local, suite).findings().findings().stream()
                .filter(it -> it.waiver().isPresent())
                .map(it -> it.subject().toString())
                .toList();
    }

    private static Waiver waiver(String environment) {
        return new Waiver(SampleFindings.CARD.id(), Optional.of(environment), "jo", "soon mended", LATER);
    }

    private static List<Finding> broken() {
        return List.of(SampleFindings.finding("staging", Verdict.broken("one", "another")));
    }

    private static Outcome closed(Outcome outcome, String reason) {
        return new Outcome(
                outcome.findings(),
                outcome.suite(),
                outcome.gate().and(List.of(reason)),
                outcome.targets(),
                outcome.engine(),
                outcome.deviations(),
                outcome.started(),
                outcome.took());
    }
}
