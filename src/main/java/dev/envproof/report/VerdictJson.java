package dev.envproof.report;

import dev.envproof.suite.Findings;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code verdict.json}: the gate's word, what was verified, and the counts, for scripts. */
public final class VerdictJson {
    private static final int MOST_REASONS = 1_000;

    private VerdictJson() {}

    public static String of(Outcome outcome) {
        Counts counts = Counts.of(outcome.findings());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("gate", outcome.gate().word());
        tree.put("reasons", outcome.gate().reasons(MOST_REASONS));
        tree.put("system", outcome.findings().system());
        Map<String, Findings> systems = outcome.findings().bySystem();
        if (!systems.isEmpty()) {
            tree.put(
                    "systems",
                    systems.values().stream().map(it -> system(it, outcome)).toList());
        }
        tree.put("environments", outcome.findings().environments());
        tree.put("targets", targets(outcome));
        tree.put("engine", outcome.engine());
        tree.put("suite", outcome.suite().name());
        tree.put("shard", outcome.findings().shard().toString());
        tree.put("deviations", outcome.deviations());
        tree.put("rules", outcome.findings().rules());
        put(tree, counts);
        tree.put("waivers", WaiverJson.all(outcome));
        WatchJson.addTo(tree, outcome.watch());
        tree.put("started", outcome.started().toString());
        tree.put("durationMillis", outcome.took().toMillis());
        tree.put("verificationMillis", outcome.findings().took().toMillis());
        if (!outcome.latencies().isEmpty()) {
            tree.put("latency", outcome.latencies().stream().map(Latency::tree).toList());
        }
        outcome.hook().ifPresent(hook -> tree.put("onClosed", hook.tree()));
        return Json.print(tree);
    }

    /** One of several systems; the run's gate is that of all. */
    private static Map<String, Object> system(Findings findings, Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("system", findings.system());
        tree.put("closesTheGate", findings.findings().stream().anyMatch(outcome::closes));
        tree.put("environments", findings.environments());
        tree.put("rules", findings.rules());
        put(tree, Counts.of(findings));
        return tree;
    }

    private static void put(Map<String, Object> tree, Counts counts) {
        tree.put("held", counts.held());
        tree.put("broken", counts.broken());
        tree.put("inconclusive", counts.inconclusive());
        tree.put("waived", counts.waived());
        tree.put("notApplicable", counts.notApplicable());
    }

    private static Map<String, String> targets(Outcome outcome) {
        Map<String, String> targets = new LinkedHashMap<>();
        outcome.targets().forEach(line -> targets.put(line.environment(), line.address()));
        return targets;
    }
}
