package dev.envproof.probe.flags;

import dev.envproof.environment.RateLimit;
import dev.envproof.evidence.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Requests sent to a limited path as fast as possible.
 *
 * @param passed answered as a single request is
 * @param limited answered with the declared status
 * @param limitedOtherwise answered with another status that limiters use
 * @param took from the first request to the last answer
 * @param doubt why nothing can be told from it
 * @param exchanges the first that passed and the first that was turned away
 */
public record Burst(
        int sent,
        int passed,
        int limited,
        int limitedOtherwise,
        Duration took,
        Optional<String> doubt,
        List<Exchange> exchanges) {
    public Burst {
        exchanges = List.copyOf(exchanges);
    }

    /** The most that the declared limit lets pass in that time: the burst, the request at hand, and the refill. */
    public long allowed(RateLimit limit) {
        return limit.burst() + 1 + (long) Math.ceil(limit.perSecond() * (took.toMillis() + 1_000) / 1_000.0);
    }

    /** Whether the declared burst passed; one request of it may have been spent on another look at the path. */
    public boolean isFull(RateLimit limit) {
        return passed >= limit.burst() - 1;
    }
}
