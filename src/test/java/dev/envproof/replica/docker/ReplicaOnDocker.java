package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;
import dev.envproof.environment.Environments;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.proof.Proof;
import dev.envproof.proof.ProofCase;
import dev.envproof.replica.Replica;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Suite;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.SAME_THREAD)
class ReplicaOnDocker {
    private static final List<String> PROGRESS = new CopyOnWriteArrayList<>();
    private static Replica replica;
    private static Proof proof;

    @BeforeAll
    static void start(@TempDir Path memory) {
        replica = DockerReplica.start(RunningContainers.SYSTEM, Set.of(), PROGRESS::add);
        PROGRESS.forEach(System.out::println);
        proof = new Proof(
                replica,
                overlay -> Environments.load(RunningContainers.FOLDER, Map.of(), overlay),
                Suite.everything(),
                memory);
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @Test
    void every_rule_holds_and_the_engine_is_named() {
        assertThat(proof.healthy().findings()).isNotEmpty().allMatch(Finding::isHeld);
        assertThat(replica.targets()).extracting(Target::engine).containsOnly(Engine.DOCKER);
    }

    @Test
    void every_part_is_a_container_of_its_own_published_to_this_machine_only() {
        assertThat(containers()).hasSize(RunningContainers.ALL).allSatisfy(container -> {
            assertThat(container.getLabels()).containsEntry(RunLabels.HOST, RunLabels.hostOfThisProcess());
            assertThat(container.getPorts())
                    .filteredOn(port -> port.getPublicPort() != null)
                    .extracting(ContainerPort::getIp)
                    .containsExactly("127.0.0.1");
        });
    }

    @Test
    void the_password_that_the_engine_keeps_on_disk_opens_nothing() {
        for (Container container : databases()) {
            String url = "jdbc:postgresql://127.0.0.1:" + port(container) + "/postgres";
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", firstPassword(container)))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void every_environment_and_every_edge_has_a_network_of_its_own() {
        assertThat(databases()).hasSize(3);
        assertThat(databases().stream().map(ReplicaOnDocker::networks).toList())
                .allSatisfy(networks -> assertThat(networks).hasSize(1))
                .doesNotHaveDuplicates();
        assertThat(containers().stream()
                        .flatMap(container -> networks(container).stream())
                        .distinct())
                .hasSize(RunningContainers.SYSTEM.environments().size()
                        + RunningContainers.SYSTEM.edges().size());
    }

    private static Set<String> networks(Container container) {
        return container.getNetworkSettings().getNetworks().keySet();
    }

    /** What only containers can show, and one of each way in which a part is told; the rest is for the proof. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("deviations")
    void a_deviation_turns_red_what_it_must_and_nothing_else(Deviation deviation) {
        ProofCase proven = proof.of(deviation);
        assertThat(proven.detectedBy()).isEqualTo(proven.expectation().primary());
        assertThat(proven.falseAlarms()).as("false alarms").isEmpty();
        assertThat(proven.damage()).as("damage").isEmpty();
    }

    static Stream<Deviation> deviations() {
        return Stream.concat(
                Deviation.all().filter(Deviation::needsContainers).filter(replica::canShow),
                Stream.of(
                        Fault.HEALTH_CONSTANT_ANSWER,
                        Fault.ROUTING_HEADER_PINNED,
                        Fault.SECRETS_SHARED_BETWEEN_ENVIRONMENTS,
                        Fault.ISOLATION_SAME_DATABASE,
                        Fault.LOGS_KEY_AT_START_UP));
    }

    private static List<Container> containers() {
        return RunningContainers.ofProcess(ProcessHandle.current().pid());
    }

    private static List<Container> databases() {
        return containers().stream()
                .filter(container -> container.getNames()[0].contains("-postgres-"))
                .toList();
    }

    private static int port(Container container) {
        return Arrays.stream(container.getPorts())
                .map(ContainerPort::getPublicPort)
                .filter(port -> port != null)
                .findFirst()
                .orElseThrow();
    }

    private static String firstPassword(Container container) {
        InspectContainerResponse details = FoundEngine.now()
                .client()
                .inspectContainerCmd(container.getId())
                .exec();
        return Arrays.stream(details.getConfig().getEnv())
                .filter(variable -> variable.startsWith("POSTGRES_PASSWORD="))
                .map(variable -> variable.substring("POSTGRES_PASSWORD=".length()))
                .findFirst()
                .orElseThrow();
    }
}
