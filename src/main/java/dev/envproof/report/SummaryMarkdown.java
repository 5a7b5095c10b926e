package dev.envproof.report;

import dev.envproof.environment.QualifiedName;
import dev.envproof.suite.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code summary.md}: the run on one page, for a pull request or a chat. */
public final class SummaryMarkdown {
    private static final int MOST_REASONS = 50;
    private static final int MOST_WAIVERS = 200;
    private static final int MOST_CHARACTERS = 200_000;

    private SummaryMarkdown() {}

    public static String of(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + MarkdownText.of(outcome.findings().system()) + ": gate "
                + outcome.gate().word());
        lines.add("");
        lines.add(Plural.of(outcome.findings().rules(), "rule") + " ran against "
                + Plural.of(outcome.findings().environments().size(), "environment") + " (suite "
                + outcome.suite().name()
                + ", engine " + outcome.engine() + "): "
                + Counts.of(outcome.findings()).text() + ".");
        lines.add("");
        Matrix.each(outcome.findings()).forEach(matrix -> lines.addAll(matrix(matrix)));
        if (!outcome.gate().isOpen()) {
            lines.addAll(List.of("", "## Why the gate is closed", ""));
            outcome.gate().reasons(MOST_REASONS).forEach(reason -> lines.add("- " + MarkdownText.of(reason)));
        }
        lines.addAll(waivers(outcome.waivers()));
        lines.addAll(new WatchText(outcome.watch()).markdown(MarkdownText::of));
        lines.addAll(findings(WorstFirst.of(outcome.findings())));
        return String.join("\n", lines) + "\n";
    }

    /** As many as a page takes; what comes after is in findings.json. */
    private static List<String> findings(List<Finding> worstFirst) {
        List<String> lines = new ArrayList<>();
        int left = MOST_CHARACTERS;
        for (Finding finding : worstFirst) {
            String block = fenced(FindingText.of(finding));
            left -= block.length();
            if (left < 0) {
                int told = lines.size() / 2;
                lines.addAll(List.of("", (worstFirst.size() - told) + " more findings are in findings.json"));
                return lines;
            }
            lines.addAll(List.of("", block));
        }
        return lines;
    }

    private static List<String> waivers(List<WaiverState> waivers) {
        List<String> lines = new ArrayList<>();
        if (!waivers.isEmpty()) {
            lines.addAll(List.of("", "## Waivers", ""));
            lines.addAll(List.of("| rule | where | owner | reason | expires | |", "|---|---|---|---|---|---|"));
        }
        waivers.stream()
                .limit(MOST_WAIVERS)
                .forEach(it -> lines.add(Stream.of(
                                it.waiver().rule(),
                                it.waiver().where(),
                                it.waiver().owner(),
                                it.waiver().reason(),
                                it.waiver().expires().toString(),
                                it.standing().says())
                        .map(MarkdownText::of)
                        .collect(Collectors.joining(" | ", "| ", " |"))));
        List<String> warnings = waivers.stream()
                .filter(WaiverState::endsSoon)
                .limit(MOST_WAIVERS)
                .map(waiver -> "- warning: " + MarkdownText.of(waiver.warning()))
                .toList();
        if (!warnings.isEmpty()) {
            lines.add("");
            lines.addAll(warnings);
        }
        return lines;
    }

    private static List<String> matrix(Matrix matrix) {
        List<String> lines = new ArrayList<>();
        if (!matrix.system().isEmpty()) {
            lines.addAll(List.of("", "## " + MarkdownText.of(matrix.system()), ""));
        }
        lines.add(matrix.environments().stream()
                .map(name -> MarkdownText.of(QualifiedName.of(name).environment()))
                .collect(Collectors.joining(" | ", "| | ", " |")));
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
}
