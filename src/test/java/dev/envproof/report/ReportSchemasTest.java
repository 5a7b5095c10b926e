package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.junit.MadeUp;
import dev.envproof.rule.Severity;
import dev.envproof.suite.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that readers of the reports may rely on. */
class ReportSchemasTest {
    @TempDir
    private Path folder;

    @Test
    void the_findings_of_any_run_fit_theirs() {
        assertThat(outcomes())
                .allSatisfy(outcome -> assertThat(
                                ReportSchema.own("findings").complaints(Written.by(FindingsJson::write, outcome)))
                        .isEmpty());
    }

    @Test
    void the_verdict_of_any_run_fits_its_own() {
        assertThat(outcomes())
                .allSatisfy(outcome -> assertThat(ReportSchema.own("verdict").complaints(VerdictJson.of(outcome)))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings", "verdict", "shard", "history"})
    void a_schema_refuses_what_is_another_file(String name) {
        assertThat(ReportSchema.own(name).complaints("{}")).isNotEmpty();
        assertThat(ReportSchema.own(name).complaints("[]")).isNotEmpty();
        assertThat(ReportSchema.own(name).complaints("{\"gate\": \"AJAR\", \"system\": 5}"))
                .isNotEmpty();
    }

    @Test
    void a_broken_finding_without_what_was_seen_is_refused() {
        String text = Written.by(FindingsJson::write, MadeUp.outcome(MadeUp.everyRule(), Suite.everything()));

        assertThat(ReportSchema.own("findings").complaints(text.replace("\"saw\" :", "\"sight\" :")))
                .isNotEmpty();
        assertThat(ReportSchema.own("findings")
                        .complaints(text.replace("\"verdict\" : \"held\"", "\"verdict\" : \"fine\"")))
                .isNotEmpty();
    }

    private Stream<Outcome> outcomes() {
        Outcome plain = MadeUp.outcome(MadeUp.everyRule(), MadeUp.suite(Severity.HIGH));
        return Stream.of(
                plain,
                MadeUp.outcome(List.of(), Suite.everything()),
                MadeUp.outcome(MadeUp.held("isolation"), Suite.everything()),
                Hostile.outcome("plain", folder),
                MadeUp.together(MadeUp.everyRule(), MadeUp.held("cors"), MadeUp.suite(Severity.HIGH)),
                plain.with(new HookResult(Optional.empty(), "", Duration.ZERO)),
                new Outcome(
                        plain.findings(),
                        plain.suite(),
                        plain.gate(),
                        List.of(),
                        "docker",
                        List.of("cors/reflect-any-origin"),
                        plain.started(),
                        plain.took(),
                        List.of(
                                new Latency("a", "/", OptionalDouble.empty(), OptionalDouble.of(1.5), 50),
                                new Latency("a", "/b", OptionalDouble.of(2), OptionalDouble.empty(), 1 / 0.0)),
                        Optional.empty(),
                        Watch.NONE));
    }
}
