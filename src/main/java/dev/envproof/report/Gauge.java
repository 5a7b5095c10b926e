package dev.envproof.report;

import dev.envproof.evidence.ShownText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One metric with its series, in the lines that both Prometheus' text format 0.0.4 and OpenMetrics 1.0 read alike: only
 * gauges, no empty line, no timestamp, and no text but labels that needs an escape.
 */
final class Gauge {
    private static final int LONGEST_LABEL = 200;

    private final String name;
    private final String help;
    private final Map<String, String> common;
    private final Map<String, String> series = new LinkedHashMap<>();

    /** @param common labels of every series */
    Gauge(String name, String help, Map<String, String> common) {
        this.name = name;
        this.help = help;
        this.common = common;
    }

    /** Of two series with the same labels the first stays: readers refuse a file that has one twice. */
    Gauge set(Map<String, String> labels, String value) {
        Map<String, String> all = new LinkedHashMap<>(common);
        all.putAll(new TreeMap<>(labels));
        series.putIfAbsent(
                all.entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                        .collect(Collectors.joining(",", "{", "}")),
                value);
        return this;
    }

    Gauge set(Map<String, String> labels, long value) {
        return set(labels, Long.toString(value));
    }

    /** Nothing where it has no series. */
    void appendTo(StringBuilder text) {
        if (series.isEmpty()) {
            return;
        }
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        series.forEach((labels, value) ->
                text.append(name).append(labels).append(' ').append(value).append('\n'));
    }

    private static String escaped(String label) {
        return ShownText.of(label, LONGEST_LABEL)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
    }
}
