package dev.envproof.replica.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.DockerProgram;
import dev.envproof.replica.Replica;
import dev.envproof.replica.ReplicaException;
import dev.envproof.run.Flags;
import dev.envproof.run.Run;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's own compose file, run with real images, by every compose program that is there. */
@ParameterizedClass(name = "{0}")
@MethodSource("programs")
@Execution(ExecutionMode.SAME_THREAD)
class ComposeOnDocker {
    private static final String OWN_NAME =
            "own-test-" + UUID.randomUUID().toString().substring(0, 8);

    private final ComposeProgram program;
    private final List<String> console = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    ComposeOnDocker(ComposeProgram program) {
        this.program = program;
    }

    static Stream<ComposeProgram> programs() {
        return ComposeProgram.installed();
    }

    @AfterEach
    void nothing_of_the_run_is_left() {
        Stream.of("staging", "production")
                .map(environment -> ProjectName.ofThisProcess(environment).toString())
                .forEach(project -> assertThat(left(project)).isEmpty());
    }

    private static String left(String project) {
        String label = "label=com.docker.compose.project=" + project;
        return DockerProgram.run("ps", "-aq", "--filter", label)
                + DockerProgram.run("network", "ls", "-q", "--filter", label)
                + DockerProgram.run("volume", "ls", "-q", "--filter", label);
    }

    @Test
    void a_run_names_the_engine_and_shows_no_secret_of_the_file() {
        Flags flags = Flags.of(Shop.copiedTo(folder).folder(), Map.of("system", "shop"));
        try (Run run = Run.start(flags, Map.of(), console::add)) {
            assertThat(run.findings().findings()).isNotEmpty();
        }

        assertThat(console).anyMatch(line -> line.startsWith("  staging: replica, engine compose"));
        assertThat(String.join("\n", console)).doesNotContain("made-up-");
    }

    @Test
    void the_suites_run_on_the_users_own_images() {
        Findings findings = verified(Shop.copiedTo(folder));

        assertThat(findings.findings())
                .as("%s", console)
                .filteredOn(Finding::isBroken)
                .isEmpty();
        assertThat(findings.findings())
                .filteredOn(Finding::isHeld)
                .extracting(Finding::rule)
                .contains(
                        "health/health-is-told",
                        "health/containers-have-a-health-check",
                        "isolation/databases-are-different-servers",
                        "isolation/containers-are-on-their-own-networks",
                        "isolation/names-resolve-to-one-environment",
                        "isolation/networks-are-not-shared",
                        "isolation/store-ports-are-published-as-declared",
                        "isolation/volumes-are-not-shared",
                        "secrets/containers-run-with-the-declared-values",
                        "secrets/secrets-differ-between-environments");
    }

    @Test
    void environments_of_one_file_behind_one_edge_are_one_project() {
        Findings findings = verified(Shop.mallCopiedTo(folder));

        assertThat(console).filteredOn(line -> line.contains(" ready in ")).hasSize(2);
        assertThat(findings.findings())
                .as("%s", console)
                .filteredOn(Finding::isBroken)
                .isEmpty();
        assertThat(findings.findings())
                .filteredOn(Finding::isHeld)
                .extracting(Finding::rule)
                .contains(
                        "health/health-is-told",
                        "isolation/databases-are-different-servers",
                        "isolation/containers-are-on-their-own-networks",
                        "secrets/containers-run-with-the-declared-values",
                        "secrets/secrets-differ-between-environments");
    }

    @Test
    void a_project_of_the_users_name_is_started_and_removed() {
        Shop mall = Shop.mallCopiedTo(folder);
        try (Replica replica = ComposeReplica.start(mall.system(named()), program, console::add)) {
            assertThat(left(OWN_NAME)).isNotEmpty();
            assertThat(replica.targets())
                    .extracting(target -> target.containers().orElseThrow().project())
                    .containsOnly(Optional.of(OWN_NAME));
            assertThatThrownBy(() -> started(mall, named()))
                    .hasMessage("production: the project " + OWN_NAME
                            + ", which `replica.project` names, belongs to another run (process "
                            + ProcessHandle.current().pid() + "); wait until it has ended, or name another");
        }
        assertThat(left(OWN_NAME)).isEmpty();
    }

    @Test
    void a_project_of_the_users_name_that_runs_is_used_and_stays_as_it_is() {
        Shop mall = Shop.mallCopiedTo(folder);
        try {
            assertThat(program.run(List.of("-p", OWN_NAME, "up", "-d"), folder, Duration.ofMinutes(2))
                            .isGood())
                    .isTrue();
            String before = left(OWN_NAME);

            started(mall, named());

            assertThat(console).contains("replica: the project " + OWN_NAME + " is there: it is used, and stays");
            assertThat(left(OWN_NAME)).isEqualTo(before);
        } finally {
            program.run(List.of("-p", OWN_NAME, "down", "-v", "-t", "0"), folder, Duration.ofMinutes(2));
        }
    }

    private static Map<String, String> named() {
        return Map.of("staging.replica.project", OWN_NAME, "production.replica.project", OWN_NAME);
    }

    @Test
    void one_network_for_both_in_the_users_compose_file_is_found() {
        String network = "envproof-test-" + UUID.randomUUID().toString().substring(0, 8);
        DockerProgram.run("network", "create", network);
        try {
            Shop joined = Shop.copiedTo(folder)
                    .replacing("networks: [default]", "networks: [default, backbone]")
                    .replacing(
                            "volumes:\n  data: {}",
                            "volumes:\n  data: {}\nnetworks:\n  backbone: { external: { name: " + network + " } }");

            Findings findings = verified(joined);

            assertThat(findings.findings())
                    .filteredOn(Finding::isBroken)
                    .extracting(Finding::rule)
                    .containsOnly(
                            "isolation/containers-are-on-their-own-networks",
                            "isolation/names-resolve-to-one-environment",
                            "isolation/networks-are-not-shared");
            assertThat(DockerProgram.run("network", "ls", "-q", "--filter", "name=" + network))
                    .as("a network that the run did not make")
                    .isNotEmpty();
        } finally {
            DockerProgram.run("network", "rm", network);
        }
    }

    @Test
    void a_part_that_exits_is_told_with_its_last_lines_and_all_is_stopped() {
        Shop ends = Shop.copiedTo(folder)
                .replacing(
                        "image: local/nginx:1.22\n",
                        "image: local/nginx:1.22\n    command: [bash, -c, 'echo cannot reach $$DATABASE_URL; exit 3']\n");

        assertThatThrownBy(() -> started(ends, Map.of()))
                .isInstanceOf(ReplicaException.class)
                .hasMessageContaining("web exited with code 3; its last lines\n  cannot reach [redacted]")
                .message()
                .doesNotContain("made-up-");
    }

    @Test
    void what_can_not_be_started_is_told_by_name() {
        Shop shop = Shop.copiedTo(folder);

        assertThatThrownBy(() -> started(shop, Map.of("production.docker.stores.database", "databse")))
                .hasMessageContaining("production: `docker.stores.database` names databse")
                .hasMessageEndingWith("known: db, web");
        assertThatThrownBy(() -> started(shop, Map.of("staging.replica.compose", "nowhere.yml")))
                .hasMessageContaining("staging: there is no file ")
                .hasMessageContaining("nowhere.yml");
        shop.replacing("local/nginx:1.22", "local/no-such-image:1");
        assertThatThrownBy(() -> started(shop, Map.of()))
                .hasMessageContaining("an image is not on this machine and can't be pulled")
                .hasMessageContaining("no-such-image");
        shop.replacing("services:", "servicez:");
        assertThatThrownBy(() -> started(shop, Map.of()))
                .hasMessageContaining("docker-compose.yml can't be used\n  ")
                .hasMessageContaining("servicez");
    }

    @Test
    void a_port_that_is_taken_is_told() {
        Shop fixed = Shop.copiedTo(folder).replacing("127.0.0.1::80", "127.0.0.1:18431:80");

        assertThatThrownBy(() -> started(fixed, Map.of()))
                .hasMessageStartingWith("staging: the compose file ")
                .hasMessageContaining("a port is taken");
    }

    @Test
    void what_a_killed_run_left_is_swept_and_nothing_else() {
        String dead = ProjectName.ofThisProcess("gone").toString().replaceAll("-\\d+-\\d+-", "-1-1-");
        String alive = ProjectName.ofThisProcess("alive").toString();
        List<String> foreign = List.of("shop", alive);
        List<String> all = new ArrayList<>(foreign);
        all.add(dead);
        try {
            all.forEach(project -> DockerProgram.run(
                    "network", "create", "--label", "com.docker.compose.project=" + project, project + "_test"));

            ComposeReplica.sweep(ComposeEngine.connect());

            assertThat(DockerProgram.run("network", "ls", "--format", "{{.Name}}")
                            .lines())
                    .contains("shop_test", alive + "_test")
                    .doesNotContain(dead + "_test");
        } finally {
            foreign.forEach(project -> DockerProgram.run("network", "rm", project + "_test"));
        }
    }

    private Findings verified(Shop shop) {
        try (Replica replica = ComposeReplica.start(shop.system(Map.of()), program, console::add)) {
            return new Verification(replica.targets(), Suite.everything(), folder).of(Set.of("staging", "production"));
        }
    }

    private void started(Shop shop, Map<String, String> overlay) {
        ComposeReplica.start(shop.system(overlay), program, console::add).close();
    }
}
