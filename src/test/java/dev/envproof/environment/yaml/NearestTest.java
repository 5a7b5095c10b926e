package dev.envproof.environment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which known name a mistyped one stands for. */
class NearestTest {
    private static final List<String> KNOWN = List.of("development", "production", "staging", "qa");

    @ParameterizedTest
    @CsvSource({
        "stagin, staging",
        "stagging, staging",
        "tsaging, staging",
        "STAGING, staging",
        "prod, production",
        "producton, production",
        "dev, development",
        "qq, qa",
        "aq, qa",
    })
    void finds_what_was_meant(String typed, String meant) {
        assertThat(Nearest.to(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"zzz", "test", "''", "s", "productionstagingdevelopment"})
    void finds_nothing_where_nothing_is_near(String typed) {
        assertThat(Nearest.to(typed, KNOWN)).isEmpty();
    }

    @Test
    void takes_no_time_over_a_very_long_name() {
        assertThat(Nearest.to("staging".repeat(100_000), KNOWN)).isEmpty();
    }

    @Test
    void prefers_the_fewest_edits_and_then_the_alphabet() {
        assertThat(Nearest.to("cat", List.of("rat", "bat", "cats"))).contains("bat");
        assertThat(Nearest.to("cats", List.of("bat", "cats"))).contains("cats");
    }

    @Test
    void asks_or_stays_silent() {
        assertThat(Nearest.question("stagin", KNOWN)).isEqualTo("; did you mean `staging`?");
        assertThat(Nearest.question("zzz", KNOWN)).isEmpty();
    }
}
