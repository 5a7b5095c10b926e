package dev.envproof.rule.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.rule.Verdict;

/** What a test expects a verdict to be. */
final class Verdicts {
    private Verdicts() {}

    static void assertHeld(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Held.class);
    }

    static void assertBroken(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
    }

    static void assertInconclusive(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
    }
}
