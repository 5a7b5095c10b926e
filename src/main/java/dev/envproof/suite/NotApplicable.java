package dev.envproof.suite;

import dev.envproof.rule.Card;

/** A rule that does not apply to a subject, and why: counted, never taken for held. */
public record NotApplicable(Subject subject, Card card, String why) {}
