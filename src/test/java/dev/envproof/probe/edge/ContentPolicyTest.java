package dev.envproof.probe.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "default-src 'self' | true | false",
                "SCRIPT-SRC 'self' cdn.example; frame-ancestors 'none' | true | true",
                "default-src * | false | false",
                "default-src 'self'; script-src https: | false | false",
                "script-src 'self'; script-src * | true | false",
                "img-src 'self'; frame-ancestors * | false | false",
                "upgrade-insecure-requests | false | false"
            })
    void tells_what_a_policy_limits(String value, boolean scripts, boolean frames) {
        ContentPolicy policy = ContentPolicy.all(List.of(value)).get(0);
        assertThat(policy.limitsScripts()).isEqualTo(scripts);
        assertThat(policy.limitsFrames()).isEqualTo(frames);
    }

    @Test
    void a_comma_parts_two_policies_and_an_empty_value_is_none() {
        assertThat(ContentPolicy.all(List.of("default-src 'self', frame-ancestors 'none'", " ; ")))
                .hasSize(2);
    }
}
