package dev.envproof.probe.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes of {@code abc}: the first test vectors of RFC 1321, RFC 3174 and FIPS 180-4. */
class UnsaltedHashesTest {
    private static final UnsaltedHashes HASHES = UnsaltedHashes.of("abc");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "900150983cd24fb0d6963f7d28e17f72",
                "{\"key\":\"a9993e36\"}",
                "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "MD5 90:01:50:98:3c:d2:4f:b0",
                "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
            })
    void recognises_whole_and_shortened_hashes(String text) {
        assertThat(HASHES.in(HashTokens.of(text))).isPresent();
    }

    @Test
    void letter_case_of_hexadecimal_digits_does_not_matter() {
        assertThat(HASHES.in(HashTokens.of("A9993E364706816A"))).contains("SHA-1");
    }

    @Test
    void takes_neither_short_prefixes_nor_other_words_for_hashes() {
        assertThat(HASHES.in(HashTokens.of("a9993e3 deadbeef 00000000 a9993e36z za9993e36")))
                .isEmpty();
    }
}
