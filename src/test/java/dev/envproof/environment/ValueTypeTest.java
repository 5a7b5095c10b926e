package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "DURATION, 30, 30s",
                "DURATION, 30, 30000ms",
                "DURATION, 90s, 1m 30s",
                "DURATION, 3600, 1h",
                "DURATION, 30, PT30S",
                "DURATION, 0.5, 500 ms",
                "NUMBER, 10, 10.0",
                "NUMBER, 10, \"10\"",
                "NUMBER, 1000, 01000",
                "FLAG, true, True",
                "FLAG, true, 1",
                "FLAG, off, FALSE",
                "LEVEL, WARNING, warn",
                "MODE, dev, Development",
                "MODE, prod, production",
                "ZONE, UTC, Etc/UTC",
                "ZONE, Europe/Berlin, Europe/Stockholm",
                "WORD, Info, INFO",
                "TEXT, 'a b', a b",
            })
    void two_ways_to_write_one_value_are_one(ValueType type, String one, String other) {
        assertThat(type.canonical(one)).isPresent().isEqualTo(type.canonical(other));
    }

    @Test
    void the_order_of_a_list_does_not_count() {
        assertThat(ValueType.LIST.canonical("b, a")).isEqualTo(ValueType.LIST.canonical("[\"a\", \"b\"]"));
        assertThat(ValueType.LIST.canonical("a,b")).isNotEqualTo(ValueType.LIST.canonical("a,b,c"));
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION, 30, 30m",
        "DURATION, 30, 31",
        "NUMBER, 10, 15",
        "FLAG, true, false",
        "LEVEL, info, debug",
        "MODE, development, production",
        "ZONE, Europe/Berlin, Europe/London",
        "ZONE, UTC, Europe/London",
        "TEXT, a, A"
    })
    void two_values_are_two(ValueType type, String one, String other) {
        assertThat(type.canonical(one)).isPresent().isNotEqualTo(type.canonical(other));
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION, soon",
        "DURATION, 3 apples",
        "NUMBER, ten",
        "FLAG, maybe",
        "LEVEL, loud",
        "ZONE, Mars/Base",
        "NUMBER, postgres://u:p@h/d"
    })
    void what_is_not_of_the_type_has_no_value(ValueType type, String written) {
        assertThat(type.canonical(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NUMBER, 9, 10", "DURATION, 9s, 1m", "LEVEL, debug, info"})
    void values_with_an_order_are_compared_by_it(ValueType type, String smaller, String larger) {
        assertThat(type.isOrdered()).isTrue();
        assertThat(type.compare(
                        type.canonical(smaller).orElseThrow(),
                        type.canonical(larger).orElseThrow()))
                .isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "staging-<sha>, staging-4f2a91c, true",
        "staging-<sha>, staging-latest, false",
        "staging-<sha>, xstaging-4f2a91c, false",
        "v<version>, v2.4.1, true",
        "v<version>, latest, false",
        "<date>.<number>, 2026-11-25.3, true"
    })
    void a_builds_name_has_the_declared_form(String form, String build, boolean fits) {
        assertThat(new BuildName(form).fits(build)).isEqualTo(fits);
    }
}
