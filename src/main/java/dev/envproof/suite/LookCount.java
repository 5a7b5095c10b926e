package dev.envproof.suite;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Counts the looks at each environment and passes the count on. */
final class LookCount {
    private final Progress progress;
    private final Map<String, Integer> all;
    private final Map<String, Integer> ended = new HashMap<>();
    private final long started = System.nanoTime();

    /** @param all how many looks each environment will have */
    LookCount(Progress progress, Map<String, Integer> all) {
        this.progress = progress;
        this.all = Map.copyOf(all);
    }

    synchronized void ended(String environment) {
        int count = ended.merge(environment, 1, Integer::sum);
        progress.looked(
                environment,
                count,
                all.getOrDefault(environment, count),
                Duration.ofNanos(System.nanoTime() - started));
    }
}
