package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.ReferenceSystem;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import dev.envproof.report.ProofScore;
import dev.envproof.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault is found by its own rules, every look-alike stays green, and the pages that say so are up to date. */
@DisplayName("proof of the job-platform")
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobPlatformProof {
    private static final Path SCORE = Path.of("src/main/resources/dev/envproof/report/proof-score.txt");
    private static final List<ProofCase> CASES = new ArrayList<>();
    private static Replica replica;
    private static Proof proof;

    @BeforeAll
    static void start() {
        replica = EmbeddedReplica.start(files(Map.of()), Set.of(), System.out::println);
        proof = new Proof(replica, JobPlatformProof::files, Suite.everything(), Path.of(".envproof"));
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @Test
    @Order(1)
    @DisplayName("the healthy replica is green")
    void the_healthy_replica_is_green() {
        assertThat(proof.healthy().findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.isHeld())
                        .as(finding.subject() + " " + finding.rule() + " " + finding.verdict())
                        .isTrue());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deviations")
    @Order(2)
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

    @Test
    @Order(3)
    void every_fault_is_claimed_by_a_rule() {
        assertThat(Expectation.unclaimed()).isEmpty();
    }

    @Test
    @Order(4)
    void the_page_of_the_proof_is_what_was_proven() throws IOException {
        List<ProofCase> sorted = CASES.stream()
                .sorted(Comparator.comparing(it -> order(it.deviation())))
                .toList();
        Files.createDirectories(Path.of("reports/proof"));
        Files.writeString(Path.of("reports/proof/matrix.json"), ProofMatrix.of("embedded", sorted));
        String page = new ProofPage(sorted).text();
        ProofScore score = Scores.of("embedded", LocalDate.now(ZoneOffset.UTC), sorted);
        if ("write".equals(System.getenv("GOLDEN"))) {
            Files.writeString(Path.of("docs/proof.md"), page);
            Files.writeString(SCORE, score.text());
        }
        assertThat(Path.of("docs/proof.md"))
                .as("run `GOLDEN=write mvn verify -Pproof` and commit docs/proof.md")
                .hasContent(page);
        assertThat(ProofScore.parse(Files.readString(SCORE)).families())
                .as("run `GOLDEN=write mvn verify -Pproof` and commit " + SCORE)
                .isEqualTo(score.families());
    }

    static Stream<Deviation> deviations() {
        return Deviation.all()
                .filter(deviation -> deviation.system() == ReferenceSystem.JOB_PLATFORM)
                .filter(deviation -> !deviation.needsContainers());
    }

    private static int order(Deviation deviation) {
        return deviations().toList().indexOf(deviation);
    }

    private static SystemUnderTest files(Map<String, String> overlay) {
        return Environments.load(Path.of("environments/job-platform"), System.getenv(), overlay);
    }
}
