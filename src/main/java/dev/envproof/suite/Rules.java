package dev.envproof.suite;

import dev.envproof.rule.Rule;
import dev.envproof.rule.cors.CorsRules;
import dev.envproof.rule.edge.EdgeRules;
import dev.envproof.rule.flags.FlagsRules;
import dev.envproof.rule.health.HealthRules;
import dev.envproof.rule.isolation.IsolationRules;
import dev.envproof.rule.logs.LogsRules;
import dev.envproof.rule.parity.ParityRules;
import dev.envproof.rule.routing.RoutingRules;
import dev.envproof.rule.secrets.SecretsRules;
import dev.envproof.rule.workers.WorkersRules;
import java.util.List;
import java.util.stream.Stream;

/** Every rule: a family's list each. Other projects add theirs through {@link Extensions}. */
public final class Rules {
    private Rules() {}

    /** @throws BadExtension where a rule or probe of another project can't be used */
    public static List<Rule<?>> all() {
        return Extensions.all().rules();
    }

    static List<Rule<?>> builtIn() {
        return Stream.of(
                        CorsRules.all(),
                        EdgeRules.all(),
                        FlagsRules.all(),
                        HealthRules.all(),
                        IsolationRules.all(),
                        LogsRules.all(),
                        ParityRules.all(),
                        RoutingRules.all(),
                        SecretsRules.all(),
                        WorkersRules.all())
                .<Rule<?>>flatMap(List::stream)
                .toList();
    }
}
