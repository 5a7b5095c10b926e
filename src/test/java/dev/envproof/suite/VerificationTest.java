package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.rule.Rule;
import dev.envproof.rule.isolation.DatabasesAreDifferentServers;
import dev.envproof.rule.routing.OnlyTheDeclaredHeaderChooses;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final Target PRODUCTION = JobPlatform.target("production");
    private static final Target STAGING = JobPlatform.target("staging");
    private static final List<Target> BOTH = List.of(PRODUCTION, STAGING);

    @Test
    void looks_only_where_a_rule_applies_that_judges_what_is_seen() {
        List<Rule<?>> rules = List.of(new OnlyTheDeclaredHeaderChooses());
        Assignment both = new Assignment(BOTH, Set.of("staging", "production"), Shard.WHOLE);
        assertThat(both.needs(rules, PRODUCTION)).isTrue();
        assertThat(both.needs(rules, STAGING))
                .as("staging is not its edge's default")
                .isFalse();
    }

    @Test
    void looks_at_siblings_that_were_not_selected_for_pairs_alone() {
        Assignment staging = new Assignment(BOTH, Set.of("staging"), Shard.WHOLE);
        assertThat(staging.needs(List.of(new DatabasesAreDifferentServers()), PRODUCTION))
                .isTrue();
        assertThat(staging.needs(List.of(new OnlyTheDeclaredHeaderChooses()), PRODUCTION))
                .isFalse();
    }

    @Test
    void looks_nowhere_for_a_rule_that_is_another_shards() {
        List<Rule<?>> rules = List.of(new OnlyTheDeclaredHeaderChooses());
        Set<String> selected = Set.of("staging", "production");
        assertThat(Stream.of(new Shard(1, 2), new Shard(2, 2))
                        .filter(shard -> new Assignment(BOTH, selected, shard).needs(rules, PRODUCTION)))
                .hasSize(1);
    }
}
