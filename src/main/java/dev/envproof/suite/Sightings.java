package dev.envproof.suite;

import dev.envproof.probe.Seen;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the probes of one run saw, by environment and kind; a look that failed is kept with its reason. */
final class Sightings {
    private final Map<Key, Look> looks = new ConcurrentHashMap<>();

    void put(String environment, Class<? extends Seen> kind, Look look) {
        looks.put(new Key(environment, kind), look);
    }

    Look get(String environment, Class<? extends Seen> kind) {
        return looks.getOrDefault(new Key(environment, kind), new Failed("no probe looks for " + kind.getName()));
    }

    private record Key(String environment, Class<? extends Seen> kind) {}

    /** What one probe's look at one environment came to. */
    sealed interface Look {}

    record Saw(Seen seen) implements Look {}

    record Failed(String why) implements Look {}
}
