package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.NoTarget;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.UnknownName;
import dev.envproof.replica.docker.Availability;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaEngineTest {
    private static final String COMPOSE = "{ compose: c.yml, edge: 'http://web' }";

    @ParameterizedTest
    @CsvSource({"true, DOCKER", "false, EMBEDDED"})
    void auto_takes_docker_where_it_can_and_keeps_the_reason(boolean usable, Engine chosen) {
        assertThat(ReplicaEngine.choose(Optional.of("auto"), List.of(), () -> new Availability(usable, "as seen")))
                .isEqualTo(new ReplicaEngine(chosen, "as seen"));
    }

    @ParameterizedTest
    @CsvSource({"docker, DOCKER", "embedded, EMBEDDED"})
    void an_engine_that_is_asked_for_is_taken_without_looking(String named, Engine chosen) {
        assertThat(ReplicaEngine.choose(Optional.of(named), List.of(), ReplicaEngineTest::unexpected)
                        .engine())
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({"docker, DOCKER", "embedded, EMBEDDED"})
    void the_engine_that_a_file_names_is_taken(String named, Engine chosen) {
        List<Environment> environments = environments(Map.of("staging.replica", named));

        assertThat(ReplicaEngine.choose(Optional.empty(), environments, ReplicaEngineTest::unexpected))
                .isEqualTo(new ReplicaEngine(chosen, "as staging.yaml asks"));
    }

    @Test
    void a_flag_forces_another_engine_than_the_files_name() {
        List<Environment> environments = environments(Map.of("staging.replica", "docker"));

        assertThat(ReplicaEngine.choose(Optional.of("embedded"), environments, ReplicaEngineTest::unexpected)
                        .engine())
                .isEqualTo(Engine.EMBEDDED);
    }

    @Test
    void files_that_name_two_engines_are_refused_with_both() {
        List<Environment> environments =
                environments(Map.of("staging.replica", "docker", "production.replica", "embedded"));

        assertThatThrownBy(() -> ReplicaEngine.choose(Optional.empty(), environments, ReplicaEngineTest::unexpected))
                .isInstanceOf(NoTarget.class)
                .hasMessageContainingAll("staging.yaml", "production.yaml", "-Dreplica");
    }

    @Test
    void compose_files_are_taken_where_every_environment_names_one() {
        List<Environment> environments = environments(
                Map.of("staging.replica", COMPOSE, "production.replica", COMPOSE, "development.replica", COMPOSE));

        assertThat(ReplicaEngine.choose(Optional.empty(), environments, ReplicaEngineTest::unexpected)
                        .engine())
                .isEqualTo(Engine.COMPOSE);
        assertThat(ReplicaEngine.choose(Optional.of("embedded"), environments, ReplicaEngineTest::unexpected)
                        .engine())
                .as("what is forced")
                .isEqualTo(Engine.EMBEDDED);
    }

    @Test
    void compose_files_of_some_environments_only_are_refused() {
        List<Environment> environments = environments(Map.of("staging.replica", COMPOSE));

        for (Optional<String> flag : List.of(Optional.<String>empty(), Optional.of("compose"))) {
            assertThatThrownBy(() -> ReplicaEngine.choose(flag, environments, ReplicaEngineTest::unexpected))
                    .isInstanceOf(NoTarget.class)
                    .hasMessageStartingWith("development, production: no `compose` in `replica`");
        }
    }

    private static List<Environment> environments(Map<String, String> overlay) {
        return Environments.load(Path.of("environments", "job-platform"), Map.of(), overlay)
                .environments();
    }

    @Test
    void an_unknown_engine_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> ReplicaEngine.named(Optional.of("dokcer")))
                .isInstanceOf(UnknownName.class)
                .hasMessageContainingAll("dokcer", "auto", "embedded", "docker");
    }

    private static Availability unexpected() {
        throw new AssertionError("Docker was looked for");
    }
}
