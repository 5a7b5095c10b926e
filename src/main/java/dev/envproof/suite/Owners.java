package dev.envproof.suite;

import dev.envproof.evidence.ShownText;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who answers for what, as a suite's file says.
 *
 * @param byRuleOrFamily a rule's id or a family to its owner; a rule's own counts more than its family's
 */
public record Owners(Map<String, String> byRuleOrFamily) {
    private static final int LONGEST = 1_000;
    public static final Owners NONE = new Owners(Map.of());

    public Owners {
        byRuleOrFamily = byRuleOrFamily.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, owner -> ShownText.of(owner.getValue(), LONGEST)));
    }

    /** The owner of a rule; empty where none is named. */
    public Optional<String> of(String rule) {
        String family = rule.substring(0, Math.max(0, rule.indexOf('/')));
        return Optional.ofNullable(byRuleOrFamily.get(rule)).or(() -> Optional.ofNullable(byRuleOrFamily.get(family)));
    }
}
