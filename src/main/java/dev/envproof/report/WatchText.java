package dev.envproof.report;

import dev.envproof.evidence.VisibleText;
import dev.envproof.history.Change;
import dev.envproof.history.Flaky;
import dev.envproof.history.RunLine;
import dev.envproof.history.Word;
import dev.envproof.report.Delivery.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Alerts, changes since the last run and notifications, in lines; a history file is a stranger's text. */
final class WatchText {
    /** Over so many runs a trend is told. */
    static final int RUNS = 20;

    private static final int MOST = 20;
    private final Watch watch;

    WatchText(Watch watch) {
        this.watch = watch;
    }

    /** The console's lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        watch.alerts().forEach(alert -> lines.add("alert: " + alert.text()));
        changes().forEach(change -> lines.add("changed: " + change));
        lines.addAll(watch.notes());
        lines.addAll(deliveries());
        return lines;
    }

    /** The summary's chapters. */
    List<String> markdown(UnaryOperator<String> escaped) {
        List<String> lines = new ArrayList<>();
        chapter(
                lines,
                "Alerts",
                watch.alerts().stream().map(alert -> alert.text()).toList(),
                escaped);
        chapter(lines, "Changed since the run before", changes(), escaped);
        chapter(lines, "Flaky over the last " + RUNS + " runs", flaky(), escaped);
        if (watch.past().runs().size() > 1) {
            chapter(lines, "Trend", List.of(trend()), escaped);
        }
        List<String> notes = new ArrayList<>(watch.notes());
        watch.deliveries().stream().filter(it -> it.result() == Result.FAILED).forEach(it -> notes.add(text(it)));
        chapter(lines, "Notes", notes, escaped);
        return lines;
    }

    /** Nothing has changed where there is nothing to compare with; what is raised is told as an alert. */
    private List<String> changes() {
        return watch.past().runs().size() < 2
                ? List.of()
                : cut(watch.past().lastChanges().stream()
                        .filter(change -> !change.after().equals(Word.RAISED))
                        .map(WatchText::text)
                        .toList());
    }

    private List<String> deliveries() {
        List<String> lines = new ArrayList<>(watch.deliveries().stream()
                .filter(it -> it.result() == Result.FAILED || it.result() == Result.SENT)
                .map(WatchText::text)
                .toList());
        List<Delivery> hooks = watch.deliveries().stream()
                .filter(it -> !it.channel().equals(Delivery.STEP_SUMMARY))
                .toList();
        if (!hooks.isEmpty() && hooks.stream().allMatch(it -> it.result() == Result.NOT_SET)) {
            lines.add("notify: nothing sent: "
                    + hooks.stream().map(Delivery::says).collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private static String text(Delivery delivery) {
        String failed = delivery.result() == Result.FAILED ? "failed: " : "";
        return "notify: " + delivery.channel() + ": " + failed + delivery.says();
    }

    private List<String> flaky() {
        return cut(watch.past().flaky(RUNS).stream().map(WatchText::text).toList());
    }

    private static String text(Change change) {
        return VisibleText.of(change.spot() + ": " + change.before() + " -> " + change.after());
    }

    private static String text(Flaky flaky) {
        return VisibleText.of(flaky.spot() + ": " + flaky.changes() + " changes in "
                + flaky.verdicts().size() + " runs: " + String.join(", ", flaky.verdicts()));
    }

    private String trend() {
        return VisibleText.of("the gate over the last runs, oldest first: "
                + watch.past().lastRuns(RUNS).stream().map(RunLine::gate).collect(Collectors.joining(", ")));
    }

    private static List<String> cut(List<String> lines) {
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, MOST));
        some.add((lines.size() - MOST) + " more");
        return some;
    }

    private static void chapter(List<String> lines, String title, List<String> items, UnaryOperator<String> escaped) {
        if (!items.isEmpty()) {
            lines.addAll(List.of("", "## " + title, ""));
            items.forEach(item -> lines.add("- " + escaped.apply(item)));
        }
    }
}
