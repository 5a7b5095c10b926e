package dev.envproof.history;

/**
 * Runs that can be compared with each other; one file holds many series.
 *
 * @param engine what answered: a replica's verdicts say nothing about a deployment's
 */
public record Series(String system, String suite, String engine) {}
