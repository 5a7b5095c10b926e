package dev.envproof.probe.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HstsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "max-age=31536000 | 31536000 | false | false",
                "max-age=31536000; includeSubDomains; preload | 31536000 | true | true",
                "preload ; INCLUDESUBDOMAINS;MAX-AGE=\"15768000\"; | 15768000 | true | true",
                "max-age=0 | 0 | false | false",
                "max-age=60; unknown=\"a;b\" | 60 | false | false"
            })
    void reads_directives_in_any_order_case_and_quoting(
            String value, long maxAge, boolean includesSubdomains, boolean preload) {
        assertThat(Hsts.of(value)).contains(new Hsts(maxAge, includesSubdomains, preload));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "includeSubDomains",
                "max-age",
                "max-age=",
                "max-age=-1",
                "max-age=1y",
                "max-age=60; max-age=31536000",
                "max-age=60, includeSubDomains",
                "max-age=60 includeSubDomains",
                "max age=60"
            })
    void takes_a_malformed_header_for_none(String value) {
        assertThat(Hsts.of(value)).isEmpty();
    }
}
