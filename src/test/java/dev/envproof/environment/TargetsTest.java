package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.envproof.environment.Containers.StorePorts;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Targets.Where;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where environments are reached, and what a remote target may see. */
class TargetsTest {
    private static final String URL = "https://staging.example.com";

    @Test
    void an_environment_with_a_url_is_reached_there() {
        assertThat(decide(Optional.empty(), Map.of("STAGING_URL", URL), Map.of()))
                .containsEntry("staging", Where.REMOTE);
    }

    @Test
    void an_environment_without_a_url_is_reached_on_the_replica_that_its_file_names() {
        assertThat(decide(Optional.empty(), Map.of(), Map.of()))
                .containsEntry("staging", Where.REPLICA)
                .containsEntry("production", Where.REPLICA);
    }

    @Test
    void the_flag_forces_a_replica_beside_a_url() {
        assertThat(decide(Optional.of("replica"), Map.of("STAGING_URL", URL), Map.of()))
                .containsEntry("staging", Where.REPLICA);
    }

    @Test
    void what_cannot_be_reached_is_told_with_the_key_and_the_variable_to_set() {
        Map<String, String> noReplica = Map.of("staging.replica", "null", "production.replica", "null");

        Golden.holds(
                "no-target",
                "# remote without URLs\n" + complaint(Optional.of("remote"), Map.of())
                        + "\n# replica where the files name none\n" + complaint(Optional.of("replica"), noReplica)
                        + "\n# neither\n" + complaint(Optional.empty(), noReplica));
    }

    @Test
    void an_unknown_target_is_told_with_the_known_ones() {
        assertThatThrownBy(() -> decide(Optional.of("remot"), Map.of(), Map.of()))
                .isInstanceOf(UnknownName.class)
                .hasMessage("-Dtarget=remot: unknown target; did you mean `remote`? known: replica, remote");
    }

    @Test
    void variables_come_from_the_files_that_it_names_and_from_nowhere_else(@TempDir Path folder) throws IOException {
        Path env =
                Files.writeString(folder.resolve(".env.staging"), "STAGING_ACCESS_KEY=from-the-file\nUNDECLARED=1\n");
        Map<String, String> process =
                Map.of("STAGING_URL", URL, "STAGING_ACCESS_KEY", "of-the-process", "DATABASE_URL_STAGING", "d");
        SystemUnderTest system = Environments.load(
                SystemCopy.SHIPPED, process, Map.of("staging.variables-from", "[\"" + env.toAbsolutePath() + "\"]"));

        Target target = Targets.remote(system, system.environment("staging").orElseThrow(), process);

        assertThat(target.variables().asMap())
                .containsOnly(Map.entry("STAGING_ACCESS_KEY", "from-the-file"), Map.entry("UNDECLARED", "1"));
    }

    @Test
    void a_remote_target_has_the_declared_addresses_and_declared_variables_only() {
        Map<String, String> process = new HashMap<>(Map.of(
                "STAGING_URL", URL,
                "STAGING_ACCESS_KEY", "made-up-access",
                "DATABASE_URL_STAGING", "postgresql://made:up@localhost/db",
                "DATABASE_URL_PROD", "postgresql://made:up@localhost/other",
                "HOME", "/home/somebody"));
        Map<String, String> overlay = Map.of(
                "staging.service-urls", "{ job-matcher: 'http://10.0.0.5:8080', resume-parser: '' }",
                "staging.log-files", "{ job-matcher: matcher.log }");
        SystemUnderTest system = Environments.load(SystemCopy.SHIPPED, process, overlay);

        Target target = Targets.remote(system, system.environment("staging").orElseThrow(), process);

        assertThat(target.engine()).isEqualTo(Engine.REMOTE);
        assertThat(target.edge()).isEqualTo(URI.create(URL + "/"));
        assertThat(target.services()).isEqualTo(Map.of("job-matcher", URI.create("http://10.0.0.5:8080/")));
        assertThat(target.logFiles()).isEqualTo(Map.of("job-matcher", SystemCopy.SHIPPED.resolve("matcher.log")));
        assertThat(target.controls()).isEmpty();
        assertThat(target.variables().asMap()).containsOnlyKeys("STAGING_ACCESS_KEY", "DATABASE_URL_STAGING");
    }

    @Test
    void a_remote_target_is_run_by_the_containers_that_its_file_declares() {
        Map<String, String> process = Map.of("STAGING_URL", URL);
        Map<String, String> overlay = Map.of("staging.docker", "{ project: jobs-staging, stores: { database: db } }");
        SystemUnderTest system = Environments.load(SystemCopy.SHIPPED, process, overlay);

        Target target = Targets.remote(system, system.environment("staging").orElseThrow(), process);

        assertThat(target.containers()).hasValueSatisfying(containers -> {
            assertThat(containers.project()).contains("jobs-staging");
            assertThat(containers.store("database")).contains("db");
            assertThat(containers.service("job-matcher")).contains("job-matcher");
            assertThat(containers.storePorts()).isEqualTo(StorePorts.LOOPBACK);
        });
    }

    @Test
    void no_remote_target_is_made_without_a_url() {
        SystemUnderTest system = Environments.load(SystemCopy.SHIPPED, Map.of(), Map.of());

        assertThatThrownBy(() -> Targets.remote(system, system.environments().get(0), Map.of()))
                .isInstanceOf(NoTarget.class);
    }

    private static Map<String, Where> decide(
            Optional<String> flag, Map<String, String> process, Map<String, String> overlay) {
        return Targets.decide(
                Environments.load(SystemCopy.SHIPPED, process, overlay).environments(), flag);
    }

    private static String complaint(Optional<String> flag, Map<String, String> overlay) {
        return catchThrowableOfType(NoTarget.class, () -> decide(flag, Map.of(), overlay))
                        .getMessage()
                + "\n";
    }
}
