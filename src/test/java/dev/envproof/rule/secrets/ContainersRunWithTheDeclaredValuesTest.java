package dev.envproof.rule.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import dev.envproof.rule.isolation.Boxes;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainersRunWithTheDeclaredValuesTest {
    private static final Boxes TOLD = Boxes.of("staging").told(Map.of("KEY", "one", "OTHER", "two"));

    @Test
    void a_container_with_another_value_is_found() {
        assertThat(judge(TOLD.runningWith(Map.of("KEY", "old")).seen()))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw()).contains("staging_web_1 runs with another KEY"));
    }

    @Test
    void the_declared_value_is_held_and_other_variables_do_not_matter() {
        assertThat(judge(TOLD.runningWith(Map.of("KEY", "one", "PATH", "any")).seen()))
                .isInstanceOf(Held.class);
    }

    @Test
    void nothing_to_compare_is_inconclusive() {
        assertThat(judge(TOLD.runningWith(Map.of("KEY_FILE", "path")).seen())).isInstanceOf(Inconclusive.class);
        assertThat(judge(Boxes.unseen())).isInstanceOf(Inconclusive.class);
    }

    private static Verdict judge(InspectProbe.Seen seen) {
        return new ContainersRunWithTheDeclaredValues()
                .judge(SampleSystem.system(), SampleSystem.environment("staging", "STAGING", Set.of()), seen);
    }
}
