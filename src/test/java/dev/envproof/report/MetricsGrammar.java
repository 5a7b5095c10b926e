package dev.envproof.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of what OpenMetrics 1.0 ("ABNF") and Prometheus' text format 0.0.4 both admit of gauges. The parsers
 * of both read the same file in {@code .ci/check-metrics}.
 */
final class MetricsGrammar {
    private static final Pattern META = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)\\{((?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"(?:,(?=[a-z]))?)*)\\}"
                    + " (-?[0-9]+(?:\\.[0-9]+)?|\\+Inf)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private MetricsGrammar() {}

    /** A line of values. */
    record Sample(String name, Map<String, String> labels, String value) {}

    /** @throws IllegalArgumentException with the line that is none */
    static List<Sample> read(String text) {
        if (!text.endsWith("\n# EOF\n") || text.contains("\r")) {
            throw new IllegalArgumentException("the end is not # EOF and a line feed");
        }
        List<Sample> samples = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> series = new HashSet<>();
        String typed = "";
        List<String> lines = List.of(text.split("\n", -1));
        for (String line : lines.subList(0, lines.size() - 2)) {
            Matcher meta = META.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (meta.matches() && meta.group(1).equals("HELP") && names.add(meta.group(2))) {
                typed = "";
            } else if (meta.matches()
                    && meta.group(1).equals("TYPE")
                    && meta.group(3).equals("gauge")) {
                typed = meta.group(2);
            } else if (sample.matches()
                    && sample.group(1).equals(typed)
                    && series.add(sample.group(1) + sample.group(2))) {
                samples.add(new Sample(typed, labels(sample.group(2)), sample.group(3)));
            } else {
                throw new IllegalArgumentException("no line of metrics, or not in its place: " + line);
            }
        }
        return samples;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), unescaped(label.group(2))));
        return labels;
    }

    private static String unescaped(String value) {
        return ESCAPE.matcher(value)
                .replaceAll(escape -> Matcher.quoteReplacement(escape.group(1).replace('n', '\n')));
    }
}
