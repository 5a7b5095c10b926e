package dev.envproof.proof;

import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.rule.Rule;
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

    /** Whether a companion's pattern, {@code cors/*} or a whole id, names a rule. */
    boolean allows(String rule) {
        return primary.contains(rule)
                || companions.stream()
                        .anyMatch(pattern -> pattern.equals(rule)
                                || pattern.endsWith("/*")
                                        && rule.startsWith(pattern.substring(0, pattern.length() - 1)));
    }

    /** Every fault that no rule names. */
    public static List<Fault> unclaimed() {
        return Arrays.stream(Fault.values())
                .filter(fault -> rulesTrippedBy(fault).isEmpty())
                .toList();
    }
}
