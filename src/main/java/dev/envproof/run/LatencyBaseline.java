package dev.envproof.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.environment.Target;
import dev.envproof.environment.UnknownName;
import dev.envproof.probe.health.HealthLatency;
import dev.envproof.report.Json;
import dev.envproof.report.Latency;
import dev.envproof.report.ReportsUnusable;
import dev.envproof.suite.LatencyPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The file of recorded latencies: environment to path to milliseconds.
 *
 * @param recorded what it holds
 */
record LatencyBaseline(Path file, Map<String, Map<String, Double>> recorded) {
    private static final String ACCEPTED = "; accepted: a file that -Dlatency.baseline wrote, or none yet";
    private static final long LARGEST = 1 << 20;

    /** @throws UnknownName where the file is not one that this wrote */
    static LatencyBaseline read(Path file) {
        try {
            return new LatencyBaseline(file, Files.exists(file) ? recorded(file, parsed(file)) : Map.of());
        } catch (IOException unreadable) {
            throw new UnknownName("-Dlatency.baseline: " + file + ": can't be read as JSON" + ACCEPTED);
        }
    }

    private static JsonNode parsed(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("too large");
        }
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    private static Map<String, Map<String, Double>> recorded(Path file, JsonNode root) {
        Map<String, Map<String, Double>> recorded = new TreeMap<>();
        root.path("medianMillis").properties().forEach(environment -> {
            Map<String, Double> paths = new TreeMap<>();
            environment.getValue().properties().forEach(path -> {
                double millis = path.getValue().asDouble(-1);
                if (!(millis > 0) || Double.isInfinite(millis)) {
                    throw new UnknownName("-Dlatency.baseline: " + file + ": a latency that is no number" + ACCEPTED);
                }
                paths.put(path.getKey(), millis);
            });
            recorded.put(environment.getKey(), paths);
        });
        if (recorded.isEmpty()) {
            throw new UnknownName("-Dlatency.baseline: " + file + ": no latency in it" + ACCEPTED);
        }
        return recorded;
    }

    /** Measures, one target after the other, when nothing else is asked of them. */
    List<Latency> measured(List<Target> targets, LatencyPolicy policy) {
        List<Latency> measured = new ArrayList<>();
        for (Target target : targets) {
            String name = target.environment().name();
            new HealthLatency(target)
                    .medians()
                    .forEach((path, median) -> measured.add(latency(name, path, median, policy)));
        }
        return measured;
    }

    private Latency latency(String environment, String path, OptionalDouble median, LatencyPolicy policy) {
        Double known = recorded.getOrDefault(environment, Map.of()).get(path);
        return known == null
                ? new Latency(environment, path, median, OptionalDouble.empty(), Double.POSITIVE_INFINITY)
                : new Latency(environment, path, median, OptionalDouble.of(known), policy.most(known));
    }

    /** Adds what was not recorded yet; what was stays as it is. Returns how many were added. */
    int record(List<Latency> measured) {
        Map<String, Map<String, Double>> all = new TreeMap<>();
        recorded.forEach((environment, paths) -> all.put(environment, new TreeMap<>(paths)));
        int added = 0;
        for (Latency it : measured) {
            if (it.recorded().isEmpty() && it.median().isPresent()) {
                all.computeIfAbsent(it.environment(), environment -> new TreeMap<>())
                        .put(it.path(), Math.round(it.median().getAsDouble() * 1e3) / 1e3);
                added++;
            }
        }
        if (added > 0) {
            write(Json.print(Map.of("medianMillis", all)));
        }
        return added;
    }

    private void write(String text) {
        try {
            Path place = file.toAbsolutePath();
            Files.createDirectories(place.resolveSibling(""));
            Path draft = Files.createTempFile(place.resolveSibling(""), ".latency-", ".json");
            Files.writeString(draft, text);
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw ReportsUnusable.at(file, failed);
        }
    }
}
