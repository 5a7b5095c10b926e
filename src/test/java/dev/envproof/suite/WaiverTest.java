package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.BadEnvironmentFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverTest {
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");
    private static final String RULE = "isolation/database-points-to-no-sibling";
    private static final Subject PAIR = Subject.of("staging", "production");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void counts_on_its_last_day_and_not_on_the_next() {
        Waiver waiver = new Waiver(RULE, Optional.empty(), "jo", "soon", LAST_DAY);
        assertThat(waiver.isExpired(LAST_DAY)).isFalse();
        assertThat(waiver.isExpired(LAST_DAY.plusDays(1))).isTrue();
    }

    @Test
    void of_one_environment_covers_every_pair_with_it() {
        Waiver waiver = new Waiver(RULE, Optional.of("staging"), "jo", "soon", LAST_DAY);
        assertThat(waiver.covers(RULE, PAIR)).isTrue();
        assertThat(waiver.covers(RULE, Subject.of("production", "staging"))).isTrue();
        assertThat(waiver.covers(RULE, Subject.of("production", "development"))).isFalse();
    }

    @Test
    void of_a_pair_covers_that_pair_alone() throws IOException {
        Waiver waiver = load(RULE, "environment: staging, other: production");
        assertThat(waiver.covers(RULE, PAIR)).isTrue();
        assertThat(waiver.covers(RULE, Subject.of("production", "staging"))).isFalse();
        assertThat(waiver.covers(RULE, Subject.of("staging", "development"))).isFalse();
        assertThat(waiver.covers(RULE, Subject.of("staging"))).isFalse();
        assertThat(waiver.where()).isEqualTo("staging -> production");
    }

    @Test
    void of_a_pair_that_is_judged_once_may_name_it_in_either_order() throws IOException {
        String unordered = "isolation/volumes-are-not-shared";
        assertThat(load(unordered, "environment: staging, other: production")
                        .covers(unordered, Subject.of("production", "staging")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            isolation/volumes-are-not-share | environment: staging | mine.yaml:6:13: `waivers.0.rule`: unknown rule `isolation/volumes-are-not-share`; did you mean `isolation/volumes-are-not-shared`? accepted: a rule's id
            routing/bad-default-leads-to-the-declared-defolt | environment: staging | did you mean `routing/bad-default-leads-to-the-declared-default`?
            Isolation/Volumes-Are-Not-Shared | environment: staging | unknown rule; did you mean `isolation/volumes-are-not-shared`?
            isolation/volumes-are-not-shared | environment: stagin | mine.yaml:6:60: `waivers.0.environment`: unknown environment `stagin`; did you mean `staging`? accepted: development, production, staging
            isolation/volumes-are-not-shared | environment: staging, other: prodction | `waivers.0.other`: unknown environment `prodction`; did you mean `production`?
            isolation/volumes-are-not-shared | other: production | `waivers.0.other`: the second of a pair without the first; accepted: `environment` beside it
            isolation/volumes-are-not-shared | environment: staging, other: staging | `waivers.0.other`: the same environment twice
            cors/foreign-origin-is-refused | environment: staging, other: production | `waivers.0.other`: a pair, and the rule judges one environment by itself; accepted: `environment` alone
            """)
    void of_something_that_is_not_there_is_told_with_its_place(String rule, String where, String told) {
        assertThatThrownBy(() -> load(rule, where))
                .isInstanceOf(BadEnvironmentFiles.class)
                .hasMessageContaining(told);
    }

    private Waiver load(String rule, String where) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                suite: mine
                says: mine
                at-least: 3
                blocking: high
                waivers:
                  - { rule: %s, %s, owner: jo, reason: soon, expires: 2026-12-31 }
                """.formatted(rule, where));
        return new Suites(folder)
                .load("mine", List.of("development", "production", "staging"))
                .waivers()
                .get(0);
    }
}
