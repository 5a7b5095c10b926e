package dev.envproof.history;

import java.util.List;

/**
 * Something whose verdict changed to and fro.
 *
 * @param changes how often, over the runs that judged it
 * @param verdicts after each of those runs, oldest first
 */
public record Flaky(Spot spot, int changes, List<String> verdicts) {
    public Flaky {
        verdicts = List.copyOf(verdicts);
    }
}
