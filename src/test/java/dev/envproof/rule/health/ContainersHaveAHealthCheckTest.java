package dev.envproof.rule.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import dev.envproof.rule.isolation.Boxes;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainersHaveAHealthCheckTest {

    @Test
    void a_container_without_one_is_found() {
        assertThat(judge(Boxes.of("staging").withoutHealthCheck().seen()))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw()).isEqualTo("staging_database_1, staging_web_1 has none"));
    }

    @Test
    void a_check_is_held_wherever_it_comes_from() {
        assertThat(judge(Boxes.of("staging").seen())).isInstanceOf(Held.class);
    }

    @Test
    void an_engine_that_was_not_asked_proves_nothing() {
        assertThat(judge(Boxes.unseen())).isInstanceOf(Inconclusive.class);
    }

    private static Verdict judge(InspectProbe.Seen seen) {
        return new ContainersHaveAHealthCheck()
                .judge(SampleSystem.system(), SampleSystem.environment("staging", "STAGING", Set.of()), seen);
    }
}
