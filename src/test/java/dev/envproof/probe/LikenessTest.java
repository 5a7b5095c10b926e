package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {
    private static final String PAGE =
            "<!doctype html><title>Jobs</title><div id=\"root\">Find your next job here, it takes a minute</div>";

    @Test
    void equal_pages_are_alike() {
        assertThat(Likeness.between(PAGE, PAGE)).isEqualTo(1);
    }

    @Test
    void pages_that_differ_in_a_token_are_nearly_alike() {
        String body = PAGE.repeat(5);
        assertThat(Likeness.between(body + " nonce a1b2c3", body + " nonce d4e5f6"))
                .isBetween(0.9, 0.999);
    }

    @Test
    void health_is_unlike_a_page() {
        assertThat(Likeness.between("{\"status\":\"ok\",\"checks\":{\"database\":\"ok\"}}", PAGE))
                .isLessThan(0.1);
    }

    @Test
    void empty_answers_are_alike_and_unlike_any_word() {
        assertThat(Likeness.between("", " ")).isEqualTo(1);
        assertThat(Likeness.between("", "ok")).isZero();
        assertThat(Likeness.between("ok", "OK!")).isZero();
    }
}
