package dev.envproof.suite;

/**
 * How much slower than its recorded baseline an environment may answer.
 *
 * @param atMostPercent of the baseline
 * @param floorMillis what is no slower than this is never too slow: below it noise is larger than any baseline
 */
public record LatencyPolicy(int atMostPercent, int floorMillis) {
    public static final LatencyPolicy DEFAULT = new LatencyPolicy(200, 50);

    /** The slowest median that is admitted, in milliseconds. */
    public double most(double recordedMillis) {
        return Math.max(floorMillis, recordedMillis * atMostPercent / 100);
    }
}
