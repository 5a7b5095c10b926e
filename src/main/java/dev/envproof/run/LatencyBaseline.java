package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.environment.UnknownName;
import dev.envproof.probe.health.HealthLatency;
import dev.envproof.report.Latency;
import dev.envproof.report.ReportsUnusable;
import dev.envproof.suite.LatencyPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /**
     * The file as it is, before anything is looked at.
     *
     * @throws UnknownName where it is not one that this wrote, or where there is none and none can be written
     */
    static LatencyBaseline read(Path file) {
        BaselineFile there = new BaselineFile(file);
        if (Files.exists(file)) {
            return new LatencyBaseline(file, there.read());
        }
        try {
            there.requirePlace();
            return new LatencyBaseline(file, Map.of());
        } catch (IOException noPlace) {
            throw new UnknownName("-D" + Flag.LATENCY_BASELINE.key() + ": "
                    + ReportsUnusable.at(file, noPlace).getMessage());
        }
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

    /**
     * Adds what was not recorded yet; what was stays as it is. Returns how many were added.
     *
     * @throws ReportsUnusable where the file can't be written
     */
    int record(List<Latency> measured) {
        Map<String, Map<String, Double>> all = new TreeMap<>();
        recorded.forEach((environment, paths) -> all.put(environment, new TreeMap<>(paths)));
        int added = 0;
        for (Latency it : measured) {
            if (it.recorded().isEmpty() && it.median().isPresent()) {
                all.computeIfAbsent(it.environment(), environment -> new TreeMap<>())
                        .put(it.path(), Math.max(1, Math.round(it.median().getAsDouble() * 1e3)) / 1e3);
                added++;
            }
        }
        try {
            if (added > 0) {
                new BaselineFile(file).write(all);
            }
            return added;
        } catch (IOException failed) {
            throw ReportsUnusable.at(file, failed);
        }
    }
}
