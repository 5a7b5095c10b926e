package dev.envproof.rule.health;

import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest;
import java.util.List;

/** The declared values of health as words for a report. */
final class Values {
    private Values() {}

    static Health declaredBy(SystemUnderTest system) {
        return system.health().orElseThrow(() -> new IllegalStateException("a rule that needs health was given none"));
    }

    static String healthy(Health health) {
        return String.join(" or ", health.healthy());
    }

    /** The stores that a service uses, as declared. */
    static List<String> stores(SystemUnderTest system, String service) {
        return system.service(service).map(SystemUnderTest.Service::stores).orElse(List.of());
    }
}
