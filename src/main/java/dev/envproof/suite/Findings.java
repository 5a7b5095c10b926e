package dev.envproof.suite;

import java.time.Duration;
import java.util.List;

/**
 * All that one verification came to.
 *
 * @param environments the verified environments, in the order of the system's files
 * @param took from the first look to the last verdict
 */
public record Findings(
        String system,
        List<String> environments,
        List<Finding> findings,
        List<NotApplicable> notApplicable,
        Duration took) {
    public Findings {
        environments = List.copyOf(environments);
        findings = List.copyOf(findings);
        notApplicable = List.copyOf(notApplicable);
    }

    public List<Finding> of(String family) {
        return findings.stream()
                .filter(finding -> finding.family().equals(family))
                .toList();
    }

    public long rules() {
        return findings.stream().map(Finding::rule).distinct().count();
    }
}
