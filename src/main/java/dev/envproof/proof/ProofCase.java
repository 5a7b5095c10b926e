package dev.envproof.proof;

import dev.envproof.fault.Deviation;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One deviation shown, and what the rules made of it.
 *
 * @param during the findings while it was shown
 * @param after the findings when it was gone again; none for a look-alike, which damages nothing
 */
public record ProofCase(Deviation deviation, Expectation expectation, Findings during, Optional<Findings> after) {

    /** No target may hold a run up for longer, however it answers. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /** Ids of the rules that found it. */
    public Set<String> detectedBy() {
        return during.findings().stream()
                .filter(expectation::isFoundBy)
                .map(Finding::rule)
                .filter(expectation.primary()::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Findings that are neither held, nor the primary ones, nor allowed companions. */
    public List<Finding> falseAlarms() {
        return during.findings().stream()
                .filter(finding -> !finding.isHeld())
                .filter(finding -> !expectation.allows(finding))
                .toList();
    }

    /** Findings that did not turn green again. */
    public List<Finding> damage() {
        return after.stream()
                .flatMap(findings -> findings.findings().stream())
                .filter(finding -> !finding.isHeld())
                .toList();
    }

    /** For a line of the console. */
    public String word() {
        return isProven() ? "proven" : "NOT PROVEN";
    }

    /** Each rule that names the fault found it, nothing else turned red, and all is green again. */
    public boolean isProven() {
        return detectedBy().equals(expectation.primary())
                && during.took().compareTo(LONGEST) < 0
                && falseAlarms().isEmpty()
                && damage().isEmpty();
    }
}
