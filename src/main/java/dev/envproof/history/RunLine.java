package dev.envproof.history;

import dev.envproof.evidence.ShownText;
import java.time.Instant;
import java.util.List;

/**
 * One run.
 *
 * @param version what the services said they are, or empty where they did not say
 * @param gate OPEN or CLOSED
 * @param deviations what a replica was told to show
 * @param told names of the channels that know the state as this run left it
 */
public record RunLine(
        Instant time,
        String id,
        String version,
        List<String> environments,
        String gate,
        Tally tally,
        List<String> deviations,
        List<String> told)
        implements Line {
    private static final int LONGEST_VERSION = 500;

    public RunLine {
        version = ShownText.of(version, LONGEST_VERSION);
        environments = List.copyOf(environments);
        deviations = List.copyOf(deviations);
        told = List.copyOf(told);
    }

    /** How many findings came to what. */
    public record Tally(long held, long broken, long inconclusive, long waived) {}

    boolean covers(Spot spot) {
        return environments.stream().anyMatch(spot.subject()::isAbout);
    }
}
