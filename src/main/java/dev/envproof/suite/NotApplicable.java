package dev.envproof.suite;

import dev.envproof.evidence.ShownText;
import dev.envproof.rule.Card;

/** A rule that does not apply to a subject, and why: counted, never taken for held. */
public record NotApplicable(Subject subject, Card card, String why) {
    private static final int LONGEST = 1_000;

    public NotApplicable {
        why = ShownText.of(why, LONGEST);
    }
}
