package dev.envproof.importing;

import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import dev.envproof.environment.yaml.Node.Sequence;
import dev.envproof.environment.yaml.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service of one or more compose files.
 *
 * @param layers its mappings, the one that overrides the others first
 */
record ComposeService(String name, Place place, List<Mapping> layers) {
    ComposeService {
        layers = List.copyOf(layers);
    }

    /** @param text as it is written, empty where only the name stands there */
    record Pair(String name, String text, Place place) {}

    /** This service, put over the same one of a file below. */
    ComposeService over(ComposeService below) {
        return new ComposeService(
                name,
                place,
                Stream.concat(layers.stream(), below.layers.stream()).toList());
    }

    boolean has(String key) {
        return node(key).isPresent();
    }

    Optional<Node> node(String... keys) {
        return layers.stream().flatMap(layer -> inside(layer, keys).stream()).findFirst();
    }

    Optional<String> text(String... keys) {
        return node(keys).flatMap(ComposeService::text);
    }

    /** The items of a list, or the one value in its place. */
    List<Node> items(String key) {
        return node(key).map(ComposeService::items).orElse(List.of());
    }

    /** Names of a list of texts, or the keys of a mapping. */
    List<String> names(String key) {
        return node(key)
                .map(node -> node instanceof Mapping mapping
                        ? List.copyOf(mapping.entries().keySet())
                        : items(node).stream()
                                .flatMap(item -> text(item).stream())
                                .toList())
                .orElse(List.of());
    }

    /** Names with values, from a mapping or a list of {@code NAME=value}; layers above win. */
    List<Pair> pairs(String... keys) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        List<Mapping> lowestFirst = new ArrayList<>(layers);
        Collections.reverse(lowestFirst);
        for (Mapping layer : lowestFirst) {
            inside(layer, keys).ifPresent(node -> pairsOf(node).forEach(pair -> pairs.put(pair.name(), pair)));
        }
        return List.copyOf(pairs.values());
    }

    private static Stream<Pair> pairsOf(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> new Pair(
                            entry.getKey(),
                            text(entry.getValue().value()).orElse(""),
                            entry.getValue().place()));
        }
        return items(node).stream().flatMap(item -> text(item).map(text -> pair(text, item.place())).stream());
    }

    private static Pair pair(String text, Place place) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Pair(text, "", place)
                : new Pair(text.substring(0, equals), text.substring(equals + 1), place);
    }

    private static Optional<Node> inside(Mapping mapping, String... keys) {
        Node node = mapping;
        for (String key : keys) {
            Entry entry = node instanceof Mapping outer ? outer.entries().get(key) : null;
            if (entry == null) {
                return Optional.empty();
            }
            node = entry.value();
        }
        return Optional.of(node);
    }

    static Optional<Node> inside(Node node, String key) {
        return node instanceof Mapping mapping ? inside(mapping, new String[] {key}) : Optional.empty();
    }

    static List<Node> items(Node node) {
        return node instanceof Sequence list ? list.items() : List.of(node);
    }

    static Optional<String> text(Node node) {
        return node instanceof Scalar scalar && scalar.type() != Node.Type.NOTHING
                ? Optional.of(scalar.text())
                : Optional.empty();
    }
}
