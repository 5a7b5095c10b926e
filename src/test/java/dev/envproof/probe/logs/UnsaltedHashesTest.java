package dev.envproof.probe.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes of {@code abc}: the first test vectors of RFC 1321, RFC 3174, FIPS 180-4 and FIPS 202; of a line, as a shell hashes it. */
class UnsaltedHashesTest {
    private static final UnsaltedHashes HASHES = UnsaltedHashes.of("abc");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "900150983cd24fb0d6963f7d28e17f72",
                "{\"key\":\"a9993e36\"}",
                "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "MD5 90:01:50:98:3c:d2:4f:b0",
                "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
                "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
                "key_ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0",
                "...f20015ad",
                "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed",
                "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
                "03cfd743661f07975fa2f1220c5194cbaff48451"
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

    @Test
    void the_groups_of_a_random_id_are_no_hashes() {
        assertThat(HASHES.in(HashTokens.of("request a9993e36-4706-4816-a8ba-3e25f20015ad")))
                .isEmpty();
    }
}
