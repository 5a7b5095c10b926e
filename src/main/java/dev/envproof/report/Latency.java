package dev.envproof.report;

import dev.envproof.evidence.ShownText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long one service's health took at one environment, in milliseconds.
 *
 * @param median of several; empty where not all of them were answered
 * @param recorded the baseline's; empty where it has none
 * @param most what the suite admits; infinite where nothing was recorded
 */
public record Latency(String environment, String path, OptionalDouble median, OptionalDouble recorded, double most) {
    private static final int LONGEST = 1_000;

    public Latency {
        path = ShownText.of(path, LONGEST);
    }

    /** Whether it closes the gate; what could not be measured does, beside a recorded one. */
    public boolean isTooSlow() {
        return recorded.isPresent() && !(median.isPresent() && median.getAsDouble() <= most);
    }

    /** For the console and the gate. */
    public String text() {
        String took = median.isPresent() ? String.format(Locale.ROOT, "%.1f ms", median.getAsDouble()) : "not measured";
        String compared = recorded.isPresent()
                ? String.format(Locale.ROOT, "recorded %.1f ms, at most %.1f ms", recorded.getAsDouble(), most)
                : "nothing recorded";
        return environment + ": latency of " + path + ": " + took + " (" + compared + ")";
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("environment", environment);
        tree.put("path", path);
        median.ifPresent(value -> tree.put("medianMillis", value));
        recorded.ifPresent(value -> {
            tree.put("recordedMillis", value);
            tree.put("mostMillis", most);
        });
        tree.put("tooSlow", isTooSlow());
        return tree;
    }
}
