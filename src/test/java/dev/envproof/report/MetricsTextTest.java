package dev.envproof.report;

import static dev.envproof.report.SampleFindings.BROKEN;
import static dev.envproof.report.SampleFindings.HELD;
import static dev.envproof.report.SampleFindings.TODAY;
import static dev.envproof.report.SampleFindings.finding;
import static dev.envproof.report.SampleFindings.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.history.Past;
import dev.envproof.junit.MadeUp;
import dev.envproof.report.MetricsGrammar.Sample;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Suite;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTextTest {

    @Test
    void tells_the_gate_the_start_and_the_counts() {
        String text = MetricsText.of(outcome(finding("staging", BROKEN), finding("staging", HELD)));

        assertThat(text)
                .contains("envproof_gate_open{system=\"job-platform\",suite=\"full\"} 0\n")
                .contains("envproof_start_time_seconds{system=\"job-platform\",suite=\"full\"} 1795255200.000\n")
                .contains("envproof_duration_seconds{system=\"job-platform\",suite=\"full\"} 2.000\n")
                .contains(
                        "envproof_findings{system=\"job-platform\",suite=\"full\",environment=\"staging\",family=\"cors\","
                                + "verdict=\"broken\"} 1\n");
    }

    @Test
    void a_run_of_every_rule_and_verdict_is_read_by_the_grammar_of_both_formats() {
        List<Sample> samples =
                MetricsGrammar.read(MetricsText.of(MadeUp.outcome(MadeUp.everyRule(), Suite.everything())));

        assertThat(samples)
                .extracting(Sample::name)
                .contains("envproof_finding", "envproof_findings", "envproof_left_out");
    }

    @Test
    void what_holds_has_no_series_of_its_own() {
        assertThat(named("envproof_finding", outcome(finding("staging", HELD)))).isEmpty();
        assertThat(named("envproof_finding", outcome(finding("staging", BROKEN))))
                .singleElement()
                .extracting(Sample::labels)
                .satisfies(labels -> assertThat(labels)
                        .containsEntry("rule", "cors/foreign-origin-is-refused")
                        .containsEntry("verdict", "broken"));
    }

    @Test
    void many_findings_have_few_series_and_the_rest_is_counted() {
        Finding[] many = IntStream.range(0, 1_000)
                .mapToObj(index -> finding("e" + index, BROKEN))
                .toArray(Finding[]::new);

        assertThat(named("envproof_finding", outcome(many))).hasSize(MetricsText.MOST);
        assertThat(named("envproof_left_out", outcome(many)))
                .contains(new Sample(
                        "envproof_left_out",
                        Map.of("system", "job-platform", "suite", "full", "kind", "findings"),
                        "800"));
    }

    @Test
    void a_waiver_tells_its_days() {
        Suite suite = SampleFindings.suite(SampleFindings.waiver(TODAY.plusDays(3)));
        Outcome plain = outcome(finding("staging", BROKEN));
        Outcome waived = new Outcome(
                plain.findings(), suite, plain.gate(), List.of(), "remote", List.of(), plain.started(), plain.took());

        assertThat(named("envproof_waiver_days_left", waived))
                .singleElement()
                .satisfies(sample -> assertThat(sample.value()).isEqualTo("3"))
                .satisfies(sample -> assertThat(sample.labels()).containsEntry("owner", "jo"));
    }

    @Test
    void alerts_and_latencies_are_told_where_there_are_any() {
        Outcome plain = outcome(finding("staging", HELD));
        Outcome told = new Outcome(
                plain.findings(),
                plain.suite(),
                plain.gate(),
                plain.targets(),
                "remote",
                List.of(),
                plain.started(),
                plain.took(),
                List.of(
                        new Latency("staging", "/health", OptionalDouble.of(12.5), OptionalDouble.empty(), 1 / 0.0),
                        new Latency("staging", "/b", OptionalDouble.empty(), OptionalDouble.of(10), 50)),
                Optional.empty(),
                new Watch(
                        List.of(new Alert(Alert.Kind.DOWN, "staging", "matcher", "5 of 5")),
                        Past.EMPTY,
                        List.of(),
                        List.of()));

        assertThat(named("envproof_alert", told))
                .singleElement()
                .satisfies(sample -> assertThat(sample.labels()).containsEntry("kind", "down"));
        assertThat(named("envproof_health_latency_seconds", told))
                .extracting(Sample::value)
                .containsExactly("0.0125");
        assertThat(named("envproof_health_latency_limit_seconds", told))
                .extracting(Sample::value)
                .containsExactly("0.05");
        assertThat(named("envproof_alert", plain)).isEmpty();
    }

    @Test
    void what_is_told_twice_has_one_series() {
        assertThat(named("envproof_finding", outcome(finding("staging", BROKEN), finding("staging", BROKEN))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quote\" } 1",
                "back\\slash",
                "line\n# HELP envproof_gate_open x",
                "a\r\nb",
                "\u001b[31m\u0000\u202e",
                "\\\"\\n",
                "# EOF"
            })
    void a_hostile_name_stays_inside_its_label(String name) {
        assertThat(named("envproof_finding", outcome(finding(name, BROKEN))))
                .singleElement()
                .satisfies(sample -> assertThat(sample.labels().get("environment"))
                        .isEqualTo(dev.envproof.evidence.VisibleText.of(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# EOF",
                "a 1\n# EOF\n",
                "# HELP a b\n# TYPE a gauge\na{} 1\na{} 1\n# EOF\n",
                "# HELP a b\n# TYPE a gauge\n\na{} 1\n# EOF\n",
                "# HELP a b\n# TYPE a gauge\na{b=\"c\nd\"} 1\n# EOF\n",
                "# HELP a b\n# TYPE a gauge\na{b=\"c\"d\"} 1\n# EOF\n"
            })
    void the_grammar_refuses_what_is_none(String text) {
        assertThatThrownBy(() -> MetricsGrammar.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Sample> named(String name, Outcome outcome) {
        return MetricsGrammar.read(MetricsText.of(outcome)).stream()
                .filter(sample -> sample.name().equals(name))
                .map(sample -> new Sample(name, Collections.unmodifiableMap(sample.labels()), sample.value()))
                .toList();
    }
}
