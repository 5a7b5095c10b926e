package dev.envproof.report;

import dev.envproof.history.Change;
import dev.envproof.history.Flaky;
import dev.envproof.history.Spot;
import dev.envproof.suite.Alert;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alerts, history and notifications as JSON reports list them. */
final class WatchJson {
    private static final int MOST_CHANGES = 1_000;

    private WatchJson() {}

    static void addTo(Map<String, Object> tree, Watch watch) {
        tree.put("alerts", watch.alerts().stream().map(WatchJson::of).toList());
        tree.put("history", history(watch));
        tree.put("notifications", watch.deliveries().stream().map(WatchJson::of).toList());
        tree.put("notes", watch.notes());
    }

    private static Map<String, Object> of(Alert alert) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", alert.word());
        tree.put("environment", alert.environment());
        tree.put("service", alert.service());
        tree.put("says", alert.says());
        return tree;
    }

    private static Map<String, Object> history(Watch watch) {
        Map<String, Object> tree = new LinkedHashMap<>();
        watch.past().lastRuns(1).forEach(run -> {
            tree.put("run", run.id());
            tree.put("version", run.version());
        });
        tree.put("runs", watch.past().runs().size());
        List<Change> changes = watch.past().lastChanges();
        tree.put(
                "changed",
                changes.stream().limit(MOST_CHANGES).map(WatchJson::of).toList());
        if (changes.size() > MOST_CHANGES) {
            tree.put("moreChanged", changes.size() - MOST_CHANGES);
        }
        tree.put(
                "flaky",
                watch.past().flaky(WatchText.RUNS).stream().map(WatchJson::of).toList());
        return tree;
    }

    private static Map<String, Object> of(Change change) {
        Map<String, Object> tree = of(change.spot());
        tree.put("before", change.before());
        tree.put("after", change.after());
        return tree;
    }

    private static Map<String, Object> of(Flaky flaky) {
        Map<String, Object> tree = of(flaky.spot());
        tree.put("changes", flaky.changes());
        tree.put("verdicts", flaky.verdicts());
        return tree;
    }

    private static Map<String, Object> of(Spot spot) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("environment", spot.subject().environment());
        spot.subject().other().ifPresent(other -> tree.put("other", other));
        tree.put("rule", spot.rule());
        return tree;
    }

    private static Map<String, Object> of(Delivery delivery) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("channel", delivery.channel());
        tree.put("variable", delivery.variable());
        tree.put("result", delivery.word());
        tree.put("says", delivery.says());
        return tree;
    }
}
