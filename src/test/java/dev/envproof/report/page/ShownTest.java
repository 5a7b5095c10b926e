package dev.envproof.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void what_is_invisible_is_written_out_and_lines_stay_lines() {
        assertThat(Shown.of("a\u202eb\n\u0000\tc\u00e9")).isEqualTo("a\\u202eb\n\\x00\\tc\u00e9");
        assertThat(Shown.of("plain\ntext")).isEqualTo("plain\ntext");
    }

    @Test
    void what_is_too_long_is_cut_and_says_by_how_much() {
        assertThat(Shown.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Shown.of("abcdef", 4)).isEqualTo("abcd\u2026 (2 more characters)");
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(Shown.of("ab\ud83d\ude00c", 3)).isEqualTo("ab\u2026 (3 more characters)");
    }

    @Test
    void markup_holds_text_and_attributes_as_text() {
        assertThat(new Markup().leaf("p", "<b>&\u202e", "title", "\"'>").toString())
                .isEqualTo("<p title=\"&quot;&#39;&gt;\">&lt;b&gt;&amp;\\u202e</p>");
    }

    @Test
    void json_holds_nothing_that_ends_a_script() {
        assertThat(ScriptJson.of(json -> json.writeString("</script>&<!--\u2028\u2029\"")))
                .isEqualTo("\"\\u003C/script\\u003E\\u0026\\u003C!--\\u2028\\u2029\\\"\"");
    }

    @Test
    void a_budget_gives_what_is_there_and_no_more() {
        Budget budget = new Budget(10);
        assertThat(budget.takes(11)).isFalse();
        assertThat(budget.takes(10)).isTrue();
        assertThat(budget.takes(1)).isFalse();
        assertThat(Budget.bytes("ab<\u20ac")).isEqualTo(1 + 1 + 6 + 3);
    }
}
