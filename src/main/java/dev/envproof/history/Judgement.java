package dev.envproof.history;

/**
 * What one run made of a rule or an alert.
 *
 * @param verdict one of {@link Word}'s
 */
public record Judgement(RunLine run, String verdict) {}
