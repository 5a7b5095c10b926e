package dev.envproof.report;

import dev.envproof.evidence.ShownText;
import java.util.Locale;

/**
 * What came of telling one channel.
 *
 * @param variable the one that holds its address, or names it
 * @param says what was told, or why not; never the address
 */
public record Delivery(String channel, String variable, Result result, String says) {
    private static final int LONGEST = 1_000;

    public Delivery {
        says = ShownText.of(says, LONGEST);
    }

    /** The channel that is this run's own page and calls nobody. */
    public static final String STEP_SUMMARY = "github-summary";

    /** How it went. */
    public enum Result {
        SENT,
        NOTHING_TO_TELL,
        NOT_SET,
        FAILED
    }

    /** The result as JSON writes it: {@code nothing-to-tell}. */
    public String word() {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the channel now knows the state. */
    public boolean isToldAll() {
        return result == Result.SENT || result == Result.NOTHING_TO_TELL;
    }
}
