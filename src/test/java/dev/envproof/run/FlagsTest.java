package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.UnknownName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

    @ParameterizedTest
    @CsvSource({
        "suit, suite",
        "suites, suite",
        "ENV, env",
        "environment, env",
        "targte, target",
        "expectversion, expect.version",
        "faults, fault"
    })
    void a_mistyped_flag_is_refused_where_maven_would_pass_over_it(String typed, String meant) {
        assertThatThrownBy(() -> Flags.ofProperties(Map.of(typed, "any")))
                .isInstanceOf(UnknownName.class)
                .hasMessage("-D" + typed + ": unknown flag; did you mean `-D" + meant + "=…`?");
    }

    @Test
    void every_mistyped_flag_is_told_at_once() {
        assertThatThrownBy(() -> Flags.ofProperties(Map.of("suit", "smoke", "envs", "staging")))
                .hasMessageContainingAll("-Dsuit:", "-Denvs:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"basedir", "localRepository", "user.dir", "groups", "it.test", "test", "skipTests", "revision"})
    void other_properties_are_nobodys_mistake(String name) {
        assertThat(Flags.ofProperties(Map.of(name, "any", "env", "staging")).environments())
                .contains("staging");
    }

    @Test
    void the_properties_of_a_launch_hold_no_mistyped_flag() {
        assertThat(Flags.ofSystemProperties().environments()).isEmpty();
    }

    @Test
    void a_mistyped_flag_with_a_dot_is_refused_and_others_properties_are_not() {
        assertThatThrownBy(() -> Flags.ofProperties(Map.of("ready.witin", "2m", "on.close", "true")))
                .hasMessageContaining("-Dready.witin: unknown flag; did you mean `-Dready.within=…`?")
                .hasMessageContaining("-Don.close: unknown flag; did you mean `-Don.closed=…`?");
        assertThat(Flags.ofProperties(Map.of("java.home", "/x", "env.name", "y"))
                        .environments())
                .isEmpty();
    }

    @Test
    void a_blank_flag_is_an_unset_one() {
        assertThat(Flags.ofProperties(Map.of("env", " ", "suite", "")).suite()).isEqualTo("full");
    }
}
