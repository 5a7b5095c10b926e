package dev.envproof.rule.health;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code health}; a new one is one more line here. */
public final class HealthRules {
    private HealthRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new ContainersHaveAHealthCheck(),
                new HealthAnswersAtItsOwnPath(),
                new HealthFollowsItsStores(),
                new HealthIsNotTheFrontPage(),
                new HealthIsTold(),
                new HealthNamesEachStore(),
                new HealthNamesItsEnvironment(),
                new HealthStaysGreen());
    }
}
