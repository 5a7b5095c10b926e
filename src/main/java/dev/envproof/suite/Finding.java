package dev.envproof.suite;

import dev.envproof.rule.Card;
import dev.envproof.rule.Verdict;
import java.util.Optional;

/**
 * A rule's verdict on one subject.
 *
 * @param waiver stands where the suite waives this rule for this subject
 */
public record Finding(Subject subject, Card card, Verdict verdict, Optional<Waiver> waiver) {

    public String rule() {
        return card.id();
    }

    /** The part of the rule's id before the slash. */
    public String family() {
        return card.id().substring(0, card.id().indexOf('/'));
    }

    public boolean isHeld() {
        return verdict instanceof Verdict.Held;
    }

    public boolean isBroken() {
        return verdict instanceof Verdict.Broken;
    }

    public boolean isInconclusive() {
        return verdict instanceof Verdict.Inconclusive;
    }
}
