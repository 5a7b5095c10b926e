package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.environment.UnknownName;
import dev.envproof.report.ReportsUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the last good run saw of the parity contract.
 *
 * @param recorded environment to property to value; a secret's is its keyed fingerprint
 */
record DriftBaseline(Path file, Map<String, Map<String, String>> recorded) {

    /**
     * The file as it is, before anything is looked at.
     *
     * @throws UnknownName where it is not one that this wrote, or where there is none and none can be written
     */
    static DriftBaseline read(Path file) {
        if (Files.exists(file)) {
            return new DriftBaseline(file, new DriftFile(file).read());
        }
        try {
            new DriftFile(file).requirePlace();
            return new DriftBaseline(file, Map.of());
        } catch (IOException noPlace) {
            throw new UnknownName("-D" + Flag.PARITY_BASELINE.key() + ": "
                    + ReportsUnusable.at(file, noPlace).getMessage());
        }
    }

    /**
     * Tells what changed, and keeps what was seen where the gate is open.
     *
     * @param seen environment to property to value
     */
    List<String> told(Map<String, Map<String, String>> seen, boolean isGood) {
        List<String> lines = new ArrayList<>();
        seen.forEach((environment, values) -> lines.addAll(changes(environment, values)));
        int values = seen.values().stream().mapToInt(Map::size).sum();
        if (lines.isEmpty() && recorded.keySet().containsAll(seen.keySet())) {
            return List.of("drift: nothing changed of " + values + " values in " + file);
        }
        lines.add(isGood ? kept(seen, values) : "drift: nothing recorded, because the gate is closed");
        return lines;
    }

    private String kept(Map<String, Map<String, String>> seen, int values) {
        Map<String, Map<String, String>> all = new TreeMap<>(recorded);
        all.putAll(seen);
        try {
            new DriftFile(file).write(all);
            return "drift: " + values + " values recorded in " + file;
        } catch (IOException failed) { // no reason to lose the verdict
            return "drift: nothing recorded: "
                    + ReportsUnusable.at(file, failed).getMessage();
        }
    }

    /** An environment that was never recorded has nothing to be compared with. */
    private List<String> changes(String environment, Map<String, String> values) {
        Map<String, String> before = recorded.get(environment);
        if (before == null) {
            return List.of();
        }
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(values.keySet());
        return names.stream()
                .filter(name -> !before.getOrDefault(name, "").equals(values.getOrDefault(name, "")))
                .map(name -> "drift: " + environment + ": " + name + ": " + shown(before.get(name)) + " -> "
                        + shown(values.get(name)))
                .toList();
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "not seen";
        }
        return value.startsWith(DriftLook.KEYED) ? "a value that is not shown" : value;
    }

    /** What is seen of the compared environments. */
    static Map<String, Map<String, String>> seen(List<Target> targets, DriftLook look) {
        Map<String, Map<String, String>> seen = new TreeMap<>();
        targets.stream()
                .filter(target -> target.system()
                        .parity()
                        .filter(parity ->
                                parity.of().contains(target.environment().name()))
                        .isPresent())
                .forEach(target -> seen.put(target.environment().name(), look.at(target)));
        return seen;
    }
}
