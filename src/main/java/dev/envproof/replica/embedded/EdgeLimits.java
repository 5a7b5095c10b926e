package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RateLimit;
import dev.envproof.fault.Fault;
import java.util.Optional;

/** How often an edge lets one caller in: as the environment declares, unless a fault says otherwise. */
final class EdgeLimits {
    private EdgeLimits() {}

    static Optional<RateLimit> of(Shape shape, Environment chosen) {
        boolean production = chosen.name().equals("production");
        if (production && shape.shows(Fault.FLAGS_RATE_LIMIT_OFF)) {
            return Optional.empty();
        }
        return production && shape.shows(Fault.FLAGS_RATE_LIMIT_TOO_TIGHT)
                ? chosen.rateLimit()
                        .map(limit -> new RateLimit(limit.path(), limit.perSecond(), limit.burst() / 4, limit.status()))
                : chosen.rateLimit();
    }
}
