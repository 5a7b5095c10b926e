package dev.envproof.probe.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a service's health answered to requests in a row.
 *
 * @param throttled how many were answered with 429, which says nothing about the service's health
 * @param beats the others, in order
 */
public record Pulse(String service, int throttled, List<Beat> beats) {
    public Pulse {
        beats = List.copyOf(beats);
    }

    /**
     * One answer, or none.
     *
     * @param says what came, in words for a report
     * @param unhealthy dependencies that the answer reports as unhealthy
     */
    public record Beat(boolean failed, Duration took, String says, Set<String> unhealthy) {
        public Beat {
            unhealthy = Set.copyOf(unhealthy);
        }
    }

    public List<Beat> failed() {
        return beats.stream().filter(Beat::failed).toList();
    }

    /** The most failures without a success between them. */
    public int longestFailure() {
        int longest = 0;
        int now = 0;
        for (Beat beat : beats) {
            now = beat.failed() ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        return longest;
    }

    /** Of the answers that came as they should; zero where none did. */
    public Duration median() {
        List<Duration> sorted = new ArrayList<>(beats.stream()
                .filter(Predicate.not(Beat::failed))
                .map(Beat::took)
                .sorted()
                .toList());
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    /** In how many answers each dependency was unhealthy. */
    public Map<String, Long> unhealthy() {
        Map<String, Long> counts = new TreeMap<>();
        beats.forEach(beat -> beat.unhealthy().forEach(name -> counts.merge(name, 1L, Long::sum)));
        return counts;
    }
}
