package dev.envproof.environment.yaml;

import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import dev.envproof.environment.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value put into a tree; keys on the way that are not there yet are made. */
record Patch(Place place, Node value, Problems problems) {

    Node into(Node tree, List<String> path) {
        if (path.isEmpty()) {
            return value;
        }
        String key = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (tree instanceof Mapping mapping) {
            return intoMapping(mapping, key, rest);
        }
        if (tree instanceof Sequence list) {
            return intoList(list, key, rest);
        }
        return intoMapping(new Mapping(place, Map.of()), key, rest);
    }

    private Node intoMapping(Mapping mapping, String key, List<String> rest) {
        Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
        Entry old = entries.getOrDefault(key, new Entry(place, new Mapping(place, Map.of())));
        if (rest.isEmpty() && takesAway()) {
            entries.remove(key);
        } else {
            entries.put(key, new Entry(old.place(), into(old.value(), rest)));
        }
        return new Mapping(mapping.place(), entries);
    }

    private Node intoList(Sequence list, String key, List<String> rest) {
        List<Node> items = new ArrayList<>(list.items());
        int index = key.matches("[0-9]{1,4}") ? Integer.parseInt(key) : items.size() + 1;
        if (index > items.size()) {
            problems.add(place, "", "no item `" + KeyPath.shown(key) + "` in the list", "0 to " + items.size());
            return list;
        }
        Node old = index == items.size() ? new Mapping(place, Map.of()) : items.remove(index);
        if (!rest.isEmpty() || !takesAway()) {
            items.add(index, into(old, rest));
        }
        return new Sequence(list.place(), items);
    }

    private boolean takesAway() {
        return value instanceof Scalar scalar && scalar.type() == Node.Type.NOTHING;
    }
}
