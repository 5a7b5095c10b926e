package dev.envproof.rule.health;

import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest;

/** The declared values of health as words for a report. */
final class Values {
    private Values() {}

    static Health declaredBy(SystemUnderTest system) {
        return system.health().orElseThrow(() -> new IllegalStateException("a rule that needs health was given none"));
    }

    static String healthy(Health health) {
        return String.join(" or ", health.healthy());
    }
}
