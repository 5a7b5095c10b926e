package dev.envproof.report;

import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import java.util.List;
import java.util.Map;

/** The matrix environment x family: how each cell came out, in a few letters. */
final class Matrix {
    private final Findings findings;

    Matrix(Findings findings) {
        this.findings = findings;
    }

    /** One for each system, since all environments beside each other are more than a line takes. */
    static List<Matrix> each(Findings findings) {
        Map<String, Findings> systems = findings.bySystem();
        return systems.isEmpty()
                ? List.of(new Matrix(findings))
                : systems.values().stream().map(Matrix::new).toList();
    }

    /** The system's name where it is one of several, else nothing. */
    String system() {
        return findings.bySystem().keySet().stream().findFirst().orElse("");
    }

    List<String> environments() {
        return findings.environments();
    }

    List<String> families() {
        return findings.findings().stream().map(Finding::family).distinct().toList();
    }

    /** A pair counts in both its environments. */
    Cell cell(String environment, String family) {
        List<Finding> here = findings.of(family).stream()
                .filter(finding -> finding.subject().isAbout(environment))
                .toList();
        return new Cell(Counts.of(here, 0));
    }

    /** One environment's findings of one family. */
    record Cell(Counts counts) {

        State state() {
            if (counts.broken() > 0) {
                return State.BROKEN;
            }
            if (counts.inconclusive() > 0) {
                return State.INCONCLUSIVE;
            }
            return counts.held() + counts.waived() > 0 ? State.HELD : State.EMPTY;
        }

        /** Such as {@code 12 held}, {@code 1 of 13 BROKEN}, {@code 2 of 13 open}, or a dash where nothing was judged. */
        String text() {
            long all = counts.held() + counts.broken() + counts.inconclusive() + counts.waived();
            return switch (state()) {
                case BROKEN -> counts.broken() + " of " + all + " BROKEN";
                case INCONCLUSIVE -> counts.inconclusive() + " of " + all + " inconclusive";
                case HELD -> all + " held";
                case EMPTY -> "-";
            };
        }
    }

    /** The worst that a cell holds. */
    enum State {
        BROKEN,
        INCONCLUSIVE,
        HELD,
        EMPTY
    }
}
