package dev.envproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void writes_control_bytes_out() {
        assertThat(VisibleText.of("a\u0000\u001b[31m\r\n\t\u0085\u007f"))
                .isEqualTo("a\\x00\\x1b[31m\\r\\n\\t\\x85\\x7f");
    }

    @Test
    void writes_out_what_turns_or_hides_text_or_breaks_xml() {
        assertThat(VisibleText.of("a\u202eb\u200bc\ufeffd\uffffe\ud800f\u2028g"))
                .isEqualTo("a\\u202eb\\u200bc\\ufeffd\\uffffe\\ud800f\\u2028g");
    }

    @Test
    void is_no_command_to_a_runner_that_reads_the_log() {
        assertThat(VisibleText.of("##vso[task.setvariable variable=x]y ###[add-mask]z ## a heading"))
                .isEqualTo("#\\x23vso[task.setvariable variable=x]y ##\\x23[add-mask]z ## a heading");
    }

    @Test
    void keeps_letters_of_every_script_and_emoji() {
        String text = "gr\u00fc\u00dfe \u0634\u0643\u0631\u0627 \u4f60\u597d " + Character.toString(0x1F600);
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }
}
