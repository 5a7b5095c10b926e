package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.rule.Rule;
import dev.envproof.rule.isolation.DatabasesAreDifferentServers;
import dev.envproof.rule.routing.OnlyTheDeclaredHeaderChooses;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of());
    private static final Set<String> STAGING = Set.of("staging");

    @Test
    void looks_only_where_a_rule_applies_that_judges_what_is_seen() {
        List<Rule<?>> rules = List.of(new OnlyTheDeclaredHeaderChooses());
        Set<String> both = Set.of("staging", "production");
        assertThat(Verification.isWanted(rules, both, target("production"))).isTrue();
        assertThat(Verification.isWanted(rules, both, target("staging")))
                .as("staging is not its edge's default")
                .isFalse();
    }

    @Test
    void looks_at_siblings_that_were_not_selected_for_pairs_alone() {
        assertThat(Verification.isWanted(List.of(new DatabasesAreDifferentServers()), STAGING, target("production")))
                .isTrue();
        assertThat(Verification.isWanted(List.of(new OnlyTheDeclaredHeaderChooses()), STAGING, target("production")))
                .isFalse();
    }

    private static Target target(String environment) {
        return new Target(
                SYSTEM,
                SYSTEM.environment(environment).orElseThrow(),
                Target.Engine.REMOTE,
                URI.create("http://127.0.0.1:1/"),
                Map.of(),
                new Variables(Map.of()),
                Map.of(),
                Optional.empty());
    }
}
