package dev.envproof.environment;

/**
 * How many requests a caller may send to a path at once.
 *
 * @param path the limited path at the edge
 * @param perSecond requests a second that refill the burst
 * @param burst requests that pass at once
 * @param status the answer to the rest, such as 429 (RFC 6585)
 */
public record RateLimit(String path, int perSecond, int burst, int status) {}
