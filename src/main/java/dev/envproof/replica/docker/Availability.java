package dev.envproof.replica.docker;

/**
 * Whether the docker engine can be used here.
 *
 * @param because what answers, or what is missing
 */
public record Availability(boolean usable, String because) {}
