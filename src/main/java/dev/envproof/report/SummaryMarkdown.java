package dev.envproof.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code summary.md}: the run on one page, for a pull request or a chat. */
public final class SummaryMarkdown {
    private SummaryMarkdown() {}

    public static String of(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# " + outcome.findings().system() + ": gate " + outcome.gate().word());
        lines.add("");
        lines.add(outcome.findings().rules() + " rules ran against "
                + outcome.findings().environments().size() + " environments (suite "
                + outcome.suite().name()
                + ", engine " + outcome.engine() + "): "
                + Counts.of(outcome.findings()).text() + ".");
        lines.add("");
        lines.addAll(matrix(new Matrix(outcome.findings())));
        if (!outcome.gate().isOpen()) {
            lines.addAll(List.of("", "## Why the gate is closed", ""));
            outcome.gate().reasons().forEach(reason -> lines.add("- " + escaped(reason)));
        }
        lines.addAll(waivers(outcome.waivers()));
        lines.addAll(new WatchText(outcome.watch()).markdown(SummaryMarkdown::escaped));
        outcome.findings().findings().stream()
                .filter(finding -> !finding.isHeld())
                .forEach(finding -> lines.addAll(List.of("", fenced(FindingText.of(finding)))));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> waivers(List<WaiverState> waivers) {
        List<String> lines = new ArrayList<>();
        if (!waivers.isEmpty()) {
            lines.addAll(List.of("", "## Waivers", ""));
            lines.addAll(List.of("| rule | where | owner | reason | expires | |", "|---|---|---|---|---|---|"));
        }
        waivers.forEach(it -> lines.add(Stream.of(
                        it.waiver().rule(),
                        it.waiver().where(),
                        it.waiver().owner(),
                        it.waiver().reason(),
                        it.waiver().expires().toString(),
                        it.standing().says())
                .map(SummaryMarkdown::escaped)
                .collect(Collectors.joining(" | ", "| ", " |"))));
        List<String> warnings = waivers.stream()
                .filter(WaiverState::endsSoon)
                .map(waiver -> "- warning: " + escaped(waiver.warning()))
                .toList();
        if (!warnings.isEmpty()) {
            lines.add("");
            lines.addAll(warnings);
        }
        return lines;
    }

    private static List<String> matrix(Matrix matrix) {
        List<String> lines = new ArrayList<>();
        lines.add("| | " + String.join(" | ", matrix.environments()) + " |");
        lines.add("|---|" + "---|".repeat(matrix.environments().size()));
        for (String family : matrix.families()) {
            lines.add(matrix.environments().stream()
                    .map(name -> matrix.cell(name, family).text())
                    .collect(Collectors.joining(" | ", "| " + family + " | ", " |")));
        }
        return lines;
    }

    /** Longer than any run of backticks in the text, so that hostile text can't end the block. */
    private static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + text + "\n" + fence;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("`", "\\`")
                .replace("[", "\\[")
                .replace("*", "\\*")
                .replace("_", "\\_");
    }
}
