package dev.envproof.rule.routing;

import dev.envproof.evidence.VisibleText;
import dev.envproof.probe.routing.Sighting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares answers by what stays the same while a request stays the same: a time, a request id or a counter depends on
 * no header.
 *
 * @param restless what changed from one answer to the next under one value of the header
 */
record SteadyContent(Set<String> restless) {
    private static final int SHOWN = 80;

    SteadyContent {
        restless = Set.copyOf(restless);
    }

    static SteadyContent of(List<Sighting> sightings) {
        Collection<List<Sighting>> byValue = sightings.stream()
                .collect(Collectors.groupingBy(sighting -> sighting.asked().says()))
                .values();
        Set<String> restless = new TreeSet<>();
        byValue.forEach(same -> same.forEach(one -> restless.addAll(differing(same.get(0), one))));
        return new SteadyContent(restless);
    }

    boolean isSteady(String part) {
        return !restless.contains(part);
    }

    /** The first steady part in which two answers differ, with what each of them says. */
    Optional<String> difference(Sighting one, Sighting other) {
        return differing(one, other).stream()
                .filter(this::isSteady)
                .findFirst()
                .map(part -> "%s answers %s where %s answers %s at %s"
                        .formatted(
                                other.asked().says(),
                                at(part, other),
                                one.asked().says(),
                                at(part, one),
                                part));
    }

    private static Set<String> differing(Sighting one, Sighting other) {
        Map<String, String> ones = one.content();
        Map<String, String> others = other.content();
        Set<String> parts = new TreeSet<>(ones.keySet());
        parts.addAll(others.keySet());
        parts.removeIf(part -> Optional.ofNullable(ones.get(part)).equals(Optional.ofNullable(others.get(part))));
        return parts;
    }

    private static String at(String part, Sighting sighting) {
        String value = VisibleText.of(sighting.content().getOrDefault(part, "nothing"));
        return value.substring(0, Math.min(value.length(), SHOWN));
    }
}
