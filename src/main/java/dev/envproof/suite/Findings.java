package dev.envproof.suite;

import dev.envproof.environment.QualifiedName;
import dev.envproof.evidence.ShownText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that one verification came to.
 *
 * @param system its name; of a run over several a comma list
 * @param environments the verified environments, in the order of the system's files
 * @param leftBehind a sentence for each canary that could not be removed again
 * @param took from the first look to the last verdict
 * @param shard which part of the suite this is
 */
public record Findings(
        String system,
        List<String> environments,
        List<Finding> findings,
        List<NotApplicable> notApplicable,
        List<String> leftBehind,
        Duration took,
        Shard shard) {
    private static final int LONGEST = 1_000;

    public Findings {
        environments = List.copyOf(environments);
        findings = List.copyOf(findings);
        notApplicable = List.copyOf(notApplicable);
        leftBehind = leftBehind.stream()
                .map(sentence -> ShownText.of(sentence, LONGEST))
                .toList();
    }

    /** Those of a suite that was not split. */
    public Findings(
            String system,
            List<String> environments,
            List<Finding> findings,
            List<NotApplicable> notApplicable,
            List<String> leftBehind,
            Duration took) {
        this(system, environments, findings, notApplicable, leftBehind, took, Shard.WHOLE);
    }

    public List<Finding> of(String family) {
        return findings.stream()
                .filter(finding -> finding.family().equals(family))
                .toList();
    }

    /** Those of each system, by its name; empty where the run was over one. */
    public Map<String, Findings> bySystem() {
        Map<String, Findings> parts = new LinkedHashMap<>();
        environments.forEach(name -> QualifiedName.of(name)
                .system()
                .ifPresent(part -> parts.computeIfAbsent(
                        part,
                        it -> new Findings(
                                it,
                                environments.stream()
                                        .filter(other -> isOf(it, other))
                                        .toList(),
                                findings.stream()
                                        .filter(found ->
                                                isOf(it, found.subject().environment()))
                                        .toList(),
                                notApplicable.stream()
                                        .filter(rule -> isOf(it, rule.subject().environment()))
                                        .toList(),
                                List.of(),
                                took,
                                shard))));
        return parts;
    }

    private static boolean isOf(String system, String environment) {
        return QualifiedName.of(environment).system().filter(system::equals).isPresent();
    }

    /** Both, as one run; the time is that of both together. */
    public Findings and(Findings more) {
        return new Findings(
                system,
                joined(environments, more.environments),
                joined(findings, more.findings),
                joined(notApplicable, more.notApplicable),
                joined(leftBehind, more.leftBehind),
                took.plus(more.took),
                shard);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    public long rules() {
        return findings.stream().map(Finding::rule).distinct().count();
    }
}
