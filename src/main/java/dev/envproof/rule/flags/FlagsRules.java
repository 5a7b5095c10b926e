package dev.envproof.rule.flags;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code flags}; a new one is one more line here. */
public final class FlagsRules {
    private FlagsRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new DebugEndpointsAreAsDeclared(),
                new DocumentationIsAsDeclared(),
                new ErrorsKeepTheirStackTrace(),
                new LogLevelIsAsDeclared(),
                new MocksStayOut(),
                new RateLimitHolds(),
                new RateLimitLetsTheBurstPass(),
                new RateLimitsNarrowTowardsProduction());
    }
}
