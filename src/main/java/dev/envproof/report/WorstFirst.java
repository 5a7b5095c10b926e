package dev.envproof.report;

import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import java.util.Comparator;
import java.util.List;

/** What did not hold, in the order in which a bounded report takes it: what hurts most first, what is waived last. */
final class WorstFirst {
    private static final Comparator<Finding> ORDER = Comparator.<Finding, Boolean>comparing(
                    finding -> finding.waiver().isPresent())
            .thenComparing(finding -> finding.card().severity())
            .thenComparing(Finding::isInconclusive);

    private WorstFirst() {}

    static List<Finding> of(Findings findings) {
        return findings.findings().stream()
                .filter(finding -> !finding.isHeld())
                .sorted(ORDER)
                .toList();
    }
}
