package dev.envproof.probe.worker;

import java.time.Instant;
import java.util.List;

/**
 * What a scheduler tells of itself.
 *
 * @param ticks the times of its last ticks, oldest first
 * @param since the first of them that was looked for: nothing is said of what was before
 * @param now the time by the same clock
 */
public record Ticking(List<Instant> ticks, Instant since, Instant now) {
    public Ticking {
        ticks = List.copyOf(ticks);
    }
}
