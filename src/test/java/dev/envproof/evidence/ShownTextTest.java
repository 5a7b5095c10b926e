package dev.envproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {
    @Test
    void a_text_that_fits_is_shown_whole() {
        assertThat(ShownText.of("a b", 3)).isEqualTo("a b");
    }

    @Test
    void a_longer_one_is_cut_and_says_how_long_it_was() {
        assertThat(ShownText.of("x".repeat(500), 60))
                .hasSize(60)
                .startsWith("xxx")
                .endsWith("... (500 characters)");
    }

    @Test
    void a_character_of_two_units_is_not_cut_in_half() {
        String emoji = Character.toString(0x1F600);
        assertThat(ShownText.of(emoji.repeat(50), 49)).startsWith(emoji).doesNotContain("\\ud83d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "##vso[x]", "a\nb", "plain", "\u202e\ud800"})
    void what_was_shown_once_stays_as_it_is(String text) {
        String shown = ShownText.of(text.repeat(40), 200);
        assertThat(shown).hasSizeLessThanOrEqualTo(200);
        assertThat(ShownText.of(shown, 200)).isEqualTo(shown);
    }
}
