package dev.envproof.report;

import dev.envproof.report.page.Markup;
import dev.envproof.report.page.Shown;
import java.util.ArrayList;
import java.util.List;

/** What is told beside the gate: alerts, latency, what became of the hook, notifications and notes. */
final class PageWatch {
    private static final int MOST = 100;
    private static final int LONGEST = 2_000;

    private PageWatch() {}

    static void addTo(Markup page, Outcome outcome) {
        Markup parts = new Markup();
        Watch watch = outcome.watch();
        list(
                parts,
                "Alerts",
                "alert",
                watch.alerts().stream().map(alert -> alert.text()).toList());
        list(parts, "Latency", "latency", latencies(outcome.latencies()));
        list(
                parts,
                "Hook",
                "hook",
                outcome.hook().map(HookResult::text).stream().toList());
        List<String> told = new ArrayList<>();
        watch.deliveries()
                .forEach(it -> told.add(it.channel() + ": " + it.word().replace('-', ' ') + ": " + it.says()));
        list(parts, "Notifications", "told", told);
        list(parts, "Notes", "note", watch.notes());
        if (parts.length() > 0) {
            page.open("section", "id", "beside", "class", "beside", "aria-label", "Beside the gate");
            page.add(parts).close("section");
        }
    }

    private static List<String> latencies(List<Latency> latencies) {
        return latencies.stream()
                .map(it -> (it.isTooSlow() ? "too slow: " : "") + it.text())
                .toList();
    }

    private static void list(Markup page, String title, String tone, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.open("div", "class", tone).leaf("h2", title).open("ul");
        lines.stream().limit(MOST).forEach(line -> page.leaf("li", Shown.of(line, LONGEST)));
        if (lines.size() > MOST) {
            page.leaf("li", (lines.size() - MOST) + " more: see verdict.json", "class", "more");
        }
        page.close("ul").close("div");
    }
}
