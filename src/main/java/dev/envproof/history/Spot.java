package dev.envproof.history;

import dev.envproof.suite.Subject;

/**
 * What has a verdict in every run: a rule, or an alert, and what it is about.
 *
 * @param rule the rule's id, or {@code alert/<kind>/<service>}
 */
public record Spot(Subject subject, String rule) {
    private static final String ALERT = "alert/";
    private static final String NOT_MEASURED = ALERT + "not-measured/";
    private static final String EVERY_SERVICE = "every service";

    public boolean isAlert() {
        return rule.startsWith(ALERT);
    }

    /** Whether this is the alert that the service of another one was not measured. */
    boolean saysNotMeasured(Spot alert) {
        if (!rule.startsWith(NOT_MEASURED)) {
            return false;
        }
        String service = rule.substring(NOT_MEASURED.length());
        String about = alert.rule.replaceFirst("^" + ALERT + "[^/]*/", "");
        return service.equals(EVERY_SERVICE) || about.equals(service) || about.startsWith(service + "/");
    }

    @Override
    public String toString() {
        return subject + ": " + rule;
    }
}
