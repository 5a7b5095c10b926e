package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may be typed behind a flag. */
class ChoiceTest {
    private static final Choice ENVIRONMENT =
            new Choice("-Denv", "environment", List.of("development", "production", "staging"));

    @Test
    void takes_a_list_in_the_order_typed_and_each_name_once() {
        assertThat(ENVIRONMENT.of("staging, development,staging")).containsExactly("staging", "development");
    }

    @Test
    void all_stands_for_every_name_where_that_is_offered() {
        assertThat(ENVIRONMENT.ofOrAll("all")).isEqualTo(ENVIRONMENT.known());
        assertThatThrownBy(() -> ENVIRONMENT.of("all")).isInstanceOf(UnknownName.class);
    }

    @Test
    void takes_one_name_where_one_is_asked_for() {
        assertThat(ENVIRONMENT.oneOf("staging")).isEqualTo("staging");
        assertThatThrownBy(() -> ENVIRONMENT.oneOf("staging,production")).isInstanceOf(UnknownName.class);
    }

    @Test
    void says_what_is_not_known_what_was_meant_and_what_is_known() {
        String texts = Stream.of(
                        "stagin", "prod", "STAGING", "stagin,qa", "", "staging,", "\u001b[31mred", "x".repeat(500))
                .map(typed -> catchThrowableOfType(UnknownName.class, () -> ENVIRONMENT.of(typed)))
                .map(Throwable::getMessage)
                .collect(Collectors.joining("\n\n", "", "\n"));

        Golden.holds("unknown-names", texts);
    }

    @Test
    void says_so_where_nothing_is_known() {
        assertThatThrownBy(() -> new Choice("-Dsuite", "suite", List.of()).of("full"))
                .hasMessage("-Dsuite=full: unknown suite; known: none");
    }
}
