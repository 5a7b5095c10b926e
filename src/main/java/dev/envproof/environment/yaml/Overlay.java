package dev.envproof.environment.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is declared differently from the files, for one load: {@code <file>.<key>.<key>} to a YAML flow value, merged in
 * before decoding. A number names a list's item (its length appends one); the value {@code null} takes the key away.
 */
public final class Overlay {
    private final Map<String, String> values;
    private final Map<String, String> processEnvironment;
    private final Problems problems;

    public Overlay(Map<String, String> values, Map<String, String> processEnvironment, Problems problems) {
        this.values = new TreeMap<>(values);
        this.processEnvironment = processEnvironment;
        this.problems = problems;
    }

    /** Reports every overlay key that names none of the files. */
    public void checkFiles(Collection<String> files) {
        for (String key : values.keySet()) {
            String file = key.split("\\.", 2)[0];
            if (files.contains(file) && !key.contains(".")) {
                problems.add(place(key), "", "no key behind the file's name", "<file>.<key>");
            } else if (!files.contains(file)) {
                String seen = "unknown file `" + KeyPath.shown(file) + "`" + Nearest.question(file, files);
                problems.add(place(key), "", seen, "<file>.<key>, where <file> is " + String.join(", ", files));
            }
        }
    }

    /** The file's tree with this overlay's values in place. */
    public Node over(String file, Node root) {
        Node merged = root;
        for (String key : values.keySet()) {
            if (key.startsWith(file + ".")) {
                merged = merged(
                        key, merged, List.of(key.substring(file.length() + 1).split("\\.")));
            }
        }
        return merged;
    }

    private Node merged(String key, Node root, List<String> path) {
        Place place = place(key);
        return YamlTree.read(place.file(), values.getOrDefault(key, ""), processEnvironment, problems)
                .map(value -> new Patch(place, value, problems).into(root, path))
                .orElse(root);
    }

    private static Place place(String key) {
        return Place.wholeOf("overlay " + KeyPath.shown(key));
    }
}
