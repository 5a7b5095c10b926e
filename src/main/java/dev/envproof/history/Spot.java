package dev.envproof.history;

import dev.envproof.suite.Subject;

/**
 * What has a verdict in every run: a rule, or an alert, and what it is about.
 *
 * @param rule the rule's id, or {@code alert/<kind>/<service>}
 */
public record Spot(Subject subject, String rule) {
    static final String ALERT = "alert/";

    public boolean isAlert() {
        return rule.startsWith(ALERT);
    }

    @Override
    public String toString() {
        return subject + ": " + rule;
    }
}
