package dev.envproof.probe.edge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One enforced Content-Security-Policy (CSP 3, 2.2): a directive that is given twice counts as it was given first.
 *
 * @param directives by name, in lower case
 */
public record ContentPolicy(Map<String, List<String>> directives) {
    private static final Set<String> ANY_SOURCE = Set.of("*", "http:", "https:", "data:");

    public ContentPolicy {
        directives = Map.copyOf(directives);
    }

    /** Every policy in the values of the header. */
    public static List<ContentPolicy> all(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(ContentPolicy::of)
                .filter(policy -> !policy.directives().isEmpty())
                .toList();
    }

    private static ContentPolicy of(String text) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String directive : text.split(";", -1)) {
            List<String> words = Stream.of(directive.strip().split("\\s+", -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                directives.putIfAbsent(words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()));
            }
        }
        return new ContentPolicy(directives);
    }

    /** Whether it says from where scripts may come, and not that they may come from anywhere. */
    public boolean limitsScripts() {
        return sources("script-src")
                .or(() -> sources("default-src"))
                .filter(sources -> sources.stream()
                        .map(source -> source.toLowerCase(Locale.ROOT))
                        .noneMatch(ANY_SOURCE::contains))
                .isPresent();
    }

    /** Whether it says which pages may frame this one, and not that any may. */
    public boolean limitsFrames() {
        return sources("frame-ancestors")
                .filter(sources -> sources.stream()
                        .map(source -> source.toLowerCase(Locale.ROOT))
                        .noneMatch(ANY_SOURCE::contains))
                .isPresent();
    }

    public Optional<List<String>> sources(String directive) {
        return Optional.ofNullable(directives.get(directive));
    }
}
