package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.ReferenceSystem;
import dev.envproof.replica.Replica;
import dev.envproof.replica.docker.DockerReplica;
import dev.envproof.report.ProofScore;
import dev.envproof.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a replica of containers the matrix is the embedded engine's; what only containers can show is found there too. */
@DisplayName("proof of the job-platform in containers")
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DockerProof {
    private static final List<ProofCase> CASES = new ArrayList<>();
    private static Replica replica;
    private static Proof proof;

    @BeforeAll
    static void start(@TempDir Path memory) {
        replica = DockerReplica.start(files(Map.of()), Set.of(), System.out::println);
        proof = new Proof(replica, DockerProof::files, Suite.everything(), memory);
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deviations")
    @Order(1)
    void a_deviation_turns_red_what_it_must_and_nothing_else(Deviation deviation) {
        ProofCase shown = proof.of(deviation);
        CASES.add(shown);
        System.out.println((shown.isProven() ? "proven " : "NOT PROVEN ") + deviation.id());
        assertThat(shown.detectedBy())
                .as("rules that found it")
                .isEqualTo(shown.expectation().primary());
        assertThat(shown.falseAlarms()).as("false alarms").isEmpty();
        assertThat(shown.damage()).as("not green again").isEmpty();
    }

    /** The page holds every deviation with the rules that found it; the embedded engine's proof writes it. */
    @Test
    @Order(2)
    void the_matrix_is_that_of_the_embedded_engine() throws IOException {
        Files.createDirectories(Path.of("reports/proof"));
        Files.writeString(Path.of("reports/proof/matrix-docker.json"), ProofMatrix.of("docker", CASES));
        List<ProofCase> both =
                CASES.stream().filter(it -> !it.deviation().needsContainers()).toList();
        String page = Files.readString(Path.of("docs/proof.md"));
        List<String> rows = new ProofPage(both)
                .over(page, ProofScore.shipped())
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(page.lines()).containsAll(rows);
    }

    /** Those that both engines show come in the order of the page. */
    static Stream<Deviation> deviations() {
        return Deviation.all()
                .filter(deviation -> deviation.system() == ReferenceSystem.JOB_PLATFORM)
                .filter(DockerReplica::canShow);
    }

    private static SystemUnderTest files(Map<String, String> overlay) {
        return Environments.load(Path.of("environments/job-platform"), System.getenv(), overlay);
    }
}
