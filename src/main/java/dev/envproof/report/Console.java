package dev.envproof.report;

import dev.envproof.environment.QualifiedName;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The last lines of a run: what is inconclusive, what is broken, the matrix environment x family, the gate's word. */
public final class Console {
    private static final int COLUMN = 22;
    private static final int MOST = 500;
    private final boolean colours;

    /** @param colours only where a terminal reads it */
    public Console(boolean colours) {
        this.colours = colours;
    }

    public List<String> lines(Outcome outcome) {
        List<String> lines = new ArrayList<>();
        some(outcome, Finding::isInconclusive, finding -> lines.add(FindingText.brief(finding)))
                .ifPresent(lines::add);
        lines.add("");
        some(outcome, Finding::isBroken, finding -> lines.addAll(List.of(FindingText.of(finding), "")))
                .ifPresent(lines::add);
        for (Matrix matrix : Matrix.each(outcome.findings())) {
            lines.addAll(matrix(matrix));
            lines.add("");
        }
        outcome.findings().bySystem().forEach((system, findings) -> lines.add(system + ": " + ran(findings)));
        lines.add(ran(outcome.findings()));
        outcome.waivers().forEach(waiver -> waiver.closes().ifPresent(why -> lines.add("closes the gate: " + why)));
        outcome.waivers().stream()
                .filter(WaiverState::endsSoon)
                .forEach(waiver -> lines.add("warning: " + waiver.warning()));
        lines.addAll(new WatchText(outcome.watch()).lines());
        lines.add(gate(outcome.gate()));
        return lines;
    }

    private static String ran(Findings findings) {
        return Plural.of(findings.rules(), "rule") + " ran against "
                + Plural.of(findings.environments().size(), "environment") + ": "
                + Counts.of(findings).text();
    }

    /** Prints no more than a person would read; says how many are left. */
    private static Optional<String> some(Outcome outcome, Predicate<Finding> which, Consumer<Finding> print) {
        List<Finding> all = outcome.findings().findings().stream().filter(which).toList();
        all.stream().limit(MOST).forEach(print);
        return all.size() <= MOST
                ? Optional.empty()
                : Optional.of((all.size() - MOST) + " more; reports/findings.json has all");
    }

    private List<String> matrix(Matrix matrix) {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(padded(matrix.system()));
        matrix.environments()
                .forEach(name -> head.append(padded(QualifiedName.of(name).environment())));
        lines.add(head.toString().stripTrailing());
        for (String family : matrix.families()) {
            StringBuilder row = new StringBuilder(padded(family));
            matrix.environments().forEach(name -> row.append(coloured(matrix.cell(name, family))));
            lines.add(row.toString().stripTrailing());
        }
        return lines;
    }

    private String coloured(Matrix.Cell cell) {
        return switch (cell.state()) {
            case BROKEN -> paint("31", padded(cell.text()));
            case INCONCLUSIVE -> paint("33", padded(cell.text()));
            case HELD -> paint("32", padded(cell.text()));
            case EMPTY -> padded(cell.text());
        };
    }

    private String gate(Gate gate) {
        return "gate: " + paint(gate.isOpen() ? "32;1" : "31;1", gate.word());
    }

    private String paint(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static String padded(String text) {
        return text.length() >= COLUMN ? text + " " : text + " ".repeat(COLUMN - text.length());
    }
}
