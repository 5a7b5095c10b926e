package dev.envproof.proof;

import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.rule.Rule;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a deviation must turn red, and nothing else.
 *
 * @param primary ids of the rules that name the fault; empty for a look-alike
 * @param companions ids of rules that can't help turning red or inconclusive beside it
 */
public record Expectation(Set<String> primary, Set<String> companions) {

    public static Expectation of(Deviation deviation) {
        if (!(deviation instanceof Fault fault)) {
            return new Expectation(Set.of(), Set.of());
        }
        return new Expectation(rulesTrippedBy(fault), Companions.of(fault));
    }

    private static Set<String> rulesTrippedBy(Fault fault) {
        return Rules.all().stream()
                .map(Rule::card)
                .filter(card -> List.of(card.trippedBy()).contains(fault))
                .map(card -> card.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A companion's whole id lets a rule turn red; its family, {@code cors/*}, lets it only be inconclusive. */
    boolean allows(Finding finding) {
        String rule = finding.rule();
        return primary.contains(rule)
                || companions.contains(rule)
                || (!finding.isBroken() && companions.contains(rule.substring(0, rule.indexOf('/')) + "/*"));
    }

    /** Every fault that no rule names. */
    public static List<Fault> unclaimed() {
        return Arrays.stream(Fault.values())
                .filter(fault -> rulesTrippedBy(fault).isEmpty())
                .toList();
    }
}
