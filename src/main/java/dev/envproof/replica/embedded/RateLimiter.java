package dev.envproof.replica.embedded;

import dev.envproof.environment.RateLimit;
import java.util.HashMap;
import java.util.Map;

/** Counts requests per caller and environment: a burst passes at once and refills by the second. */
final class RateLimiter {
    private static final double NANOS = 1e9;

    private final Map<Key, Left> left = new HashMap<>();

    private record Key(String address, String environment) {}

    private record Left(double requests, long at) {}

    /** @param now in nanoseconds, from a clock that never goes back */
    synchronized boolean admits(String address, String environment, RateLimit limit, long now) {
        Key key = new Key(address, environment);
        Left before = left.getOrDefault(key, new Left(limit.burst(), now));
        double refill = Math.max(0, now - before.at()) / NANOS * limit.perSecond();
        double available = Math.min(limit.burst(), before.requests() + refill);
        boolean admitted = available >= 1;
        left.put(key, new Left(admitted ? available - 1 : available, now));
        return admitted;
    }

    synchronized void forget() {
        left.clear();
    }
}
