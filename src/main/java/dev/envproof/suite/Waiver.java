package dev.envproof.suite;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A broken rule that is accepted for a while.
 *
 * @param rule the rule's id
 * @param environment only there, or everywhere where it is empty
 * @param expires the last day on which it counts
 */
public record Waiver(String rule, Optional<String> environment, String owner, String reason, LocalDate expires) {

    public boolean covers(String ruleId, Subject subject) {
        return rule.equals(ruleId) && environment.map(subject::isAbout).orElse(true);
    }

    public boolean isExpired(LocalDate today) {
        return today.isAfter(expires);
    }
}
