package dev.envproof.run;

import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.Hostility;
import dev.envproof.rule.Card;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether what {@code -Dfault} asked for was found: a replica that has no such part must not look healthy with it. */
record FaultsFound(Plan plan) {

    /** For each fault that no rule of the suite finds, a line for the console. */
    List<String> notSought() {
        return faults().stream()
                .filter(fault -> rules(fault).isEmpty())
                .map(fault -> "  nothing of suite " + plan.suite().name() + " finds " + fault.id())
                .toList();
    }

    /** For each fault that its rules did not find, a reason to close the gate. */
    List<String> missing(Findings findings) {
        List<String> reasons = new ArrayList<>();
        for (Fault fault : faults()) {
            Set<String> rules = rules(fault);
            boolean found = findings.findings().stream()
                    .anyMatch(finding -> rules.contains(finding.rule()) && !finding.isHeld());
            if (!rules.isEmpty() && !found) {
                reasons.add("-Dfault=" + fault.id() + ": not found by " + String.join(", ", rules)
                        + where(fault).orElse("; this replica has no part that shows it"));
            }
        }
        plan.deviations().stream()
                .filter(Hostility.class::isInstance)
                .filter(hostile -> findings.findings().stream().allMatch(Finding::isHeld))
                .forEach(hostile -> reasons.add("-Dfault=" + hostile.id() + ": no rule of suite "
                        + plan.suite().name() + " noticed it in " + String.join(", ", plan.names())));
        return reasons;
    }

    private Optional<String> where(Fault fault) {
        return fault.system().folder().equals(plan.system().name())
                ? Optional.of(" in " + String.join(", ", plan.names()) + "; leave out -Denv to verify all environments")
                        .filter(text -> plan.names().size()
                                < plan.system().environments().size())
                : Optional.of("; the replica of " + fault.system().folder() + " shows it");
    }

    private List<Fault> faults() {
        return plan.deviations().stream()
                .filter(Fault.class::isInstance)
                .map(Fault.class::cast)
                .toList();
    }

    private Set<String> rules(Deviation fault) {
        return Rules.all().stream()
                .map(rule -> rule.card())
                .filter(card -> plan.suite().selects(card))
                .filter(card -> List.of(card.trippedBy()).contains(fault))
                .map(Card::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
