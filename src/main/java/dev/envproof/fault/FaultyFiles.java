package dev.envproof.fault;

import java.util.Map;

/** What the files say differently for a fault: what is wrong in them themselves, or what they must say more. */
final class FaultyFiles {
    private FaultyFiles() {}

    static Map<String, String> of(Fault fault) {
        return switch (fault) {
            case FLAGS_RATE_LIMITS_UPSIDE_DOWN -> Map.of("production.rate-limit.burst", "80");
            case ROUTING_ADDRESSES_COLLIDE -> Map.of("staging.public-urls.web", "http://events.example:8080");
            case ISOLATION_CACHE_KEYS_COLLIDE ->
                Map.of(
                        "system.stores.cache.shared",
                        "true",
                        "system.stores.broker.same-as",
                        "null",
                        "system.stores.results.same-as",
                        "broker");
            case ISOLATION_SERVER_OF_OTHER_MAJOR -> Map.of("system.stores.database.server-major", "14");
            case PARITY_API_DIFFERS -> ParityLookAlike.PARITY_API_IN_OTHER_WORDS.overlay();
            default -> Map.of();
        };
    }
}
