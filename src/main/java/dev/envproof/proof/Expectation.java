package dev.envproof.proof;

import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.Hostility;
import dev.envproof.rule.Rule;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a deviation must turn red, and nothing else.
 *
 * @param primary ids of the rules that name the fault; empty for a look-alike
 * @param companions ids of rules that can't help turning red or inconclusive beside it
 * @param spoiled the environment of which an endpoint answers hostilely: there the primary rules must not hold, and others
 *     may be inconclusive
 */
public record Expectation(Set<String> primary, Set<String> companions, Optional<String> spoiled) {
    /** Rules that ask the endpoint which a hostile replica spoils: they must not hold there. */
    private static final Set<String> ASK_HEALTH = Set.of("health/health-is-told", "health/health-stays-green");

    /** A redirect leads away from health's own path, wherever to. */
    private static final String OWN_PATH = "health/health-answers-at-its-own-path";

    public Expectation(Set<String> primary, Set<String> companions) {
        this(primary, companions, Optional.empty());
    }

    public static Expectation of(Deviation deviation) {
        if (deviation instanceof Hostility) {
            return new Expectation(ASK_HEALTH, Set.of(OWN_PATH), Optional.of("development"));
        }
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
        if (spoiled.isPresent()) {
            return finding.subject().isAbout(spoiled.get())
                    && (primary.contains(rule) || companions.contains(rule) || finding.isInconclusive());
        }
        return primary.contains(rule)
                || companions.contains(rule)
                || (!finding.isBroken() && companions.contains(rule.substring(0, rule.indexOf('/')) + "/*"));
    }

    /** Whether it is what the deviation must be found by. */
    boolean isFoundBy(Finding finding) {
        return spoiled.map(name -> finding.isInconclusive() && finding.subject().isAbout(name))
                        .orElse(false)
                || finding.isBroken();
    }

    /** Every fault that no rule names. */
    public static List<Fault> unclaimed() {
        return Arrays.stream(Fault.values())
                .filter(fault -> rulesTrippedBy(fault).isEmpty())
                .toList();
    }
}
