package dev.envproof.probe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PersonalValueTest {
    private static final String SHA_256 = "f0a7a9ac3e4ac33b2b6ec3d64a1fae3ac1a8c3e7a2f6c3b6f8c0a0a3f3c1d2e4";

    @Test
    void letter_case_blanks_and_a_tag_change_nothing() {
        PersonalValue mira = PersonalValue.of("mira@people.example").orElseThrow();
        assertThat(PersonalValue.of(" Mira+copy@People.example ")).contains(mira);
        assertThat(PersonalValue.of("+41 44 668 18 00")).contains(new PersonalValue("+41 44 668 18 00"));
    }

    @Test
    void a_mailbox_that_no_person_has_tells_none() {
        assertThat(PersonalValue.of("Admin@jobs.example")).isEmpty();
        assertThat(PersonalValue.of("noreply+x@jobs.example")).isEmpty();
        assertThat(PersonalValue.of("  ")).isEmpty();
    }

    @Test
    void a_hash_is_one_with_or_without_the_address_around_it() {
        assertThat(PersonalValue.of(SHA_256.toUpperCase(Locale.ROOT) + "@anonymised.example"))
                .contains(new PersonalValue(SHA_256));
        assertThat(PersonalValue.of("mira@people.example").orElseThrow().hashes())
                .hasSize(3)
                .allMatch(hash -> PersonalValue.of(hash + "@anonymised.example")
                        .orElseThrow()
                        .equals(new PersonalValue(hash)));
    }

    @Test
    void never_shows_the_person() {
        assertThat(PersonalValue.of("mira@people.example").orElseThrow()).hasToString("a value");
    }
}
