package dev.envproof.report;

import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import java.util.List;

/** How many findings came to what. */
public record Counts(long held, long broken, long inconclusive, long waived, long notApplicable) {

    static Counts of(Findings findings) {
        return of(findings.findings(), findings.notApplicable().size());
    }

    static Counts of(List<Finding> findings, long notApplicable) {
        long waived = findings.stream()
                .filter(finding -> finding.isBroken() && finding.waiver().isPresent())
                .count();
        return new Counts(
                findings.stream().filter(Finding::isHeld).count(),
                findings.stream().filter(Finding::isBroken).count() - waived,
                findings.stream().filter(Finding::isInconclusive).count(),
                waived,
                notApplicable);
    }

    /** Such as {@code 112 held, 1 broken, 2 inconclusive, 9 not applicable}. */
    public String text() {
        StringBuilder text = new StringBuilder().append(held).append(" held");
        append(text, broken, "broken");
        append(text, inconclusive, "inconclusive");
        append(text, waived, "waived");
        append(text, notApplicable, "not applicable");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String word) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(word);
        }
    }
}
