package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.UnknownName;
import dev.envproof.replica.docker.Availability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaEngineTest {
    @ParameterizedTest
    @CsvSource({"true, DOCKER", "false, EMBEDDED"})
    void auto_takes_docker_where_it_can_and_keeps_the_reason(boolean usable, Engine chosen) {
        assertThat(ReplicaEngine.choose("auto", () -> new Availability(usable, "as seen")))
                .isEqualTo(new ReplicaEngine(chosen, "as seen"));
    }

    @ParameterizedTest
    @CsvSource({"docker, DOCKER", "embedded, EMBEDDED"})
    void an_engine_that_is_asked_for_is_taken_without_looking(String named, Engine chosen) {
        assertThat(ReplicaEngine.choose(named, ReplicaEngineTest::unexpected).engine())
                .isEqualTo(chosen);
    }

    @Test
    void an_unknown_engine_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> ReplicaEngine.named("dokcer"))
                .isInstanceOf(UnknownName.class)
                .hasMessageContainingAll("dokcer", "auto", "embedded", "docker");
    }

    private static Availability unexpected() {
        throw new AssertionError("Docker was looked for");
    }
}
