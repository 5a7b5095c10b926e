package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import dev.envproof.report.ProofScore;
import dev.envproof.run.Flags;
import dev.envproof.run.Systems;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * At each system of {@code -Dsystem}: every fault is found by its own rules, every look-alike stays green, and the pages
 * that say so are up to date.
 */
@DisplayName("proof of the systems")
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemsProof {
    private static final Path PAGE = Path.of("docs/proof.md");
    private static final Path SCORE = Path.of("src/main/resources/dev/envproof/report/proof-score.txt");
    private static final String WRITE = "run `GOLDEN=write mvn verify -Pproof` with the same -Dsystem and commit ";
    private static final List<ProofCase> CASES = new ArrayList<>();
    private static String up = "";
    private static Optional<Replica> replica = Optional.empty();

    /** The healthy replica of a system, or what is shown on it in a row. */
    record Step(String system, Optional<Turn> turn) {
        @Override
        public String toString() {
            return system + ": " + turn.map(Turn::toString).orElse("healthy");
        }
    }

    @AfterAll
    static void stop() {
        replica.ifPresent(Replica::close);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    @Order(1)
    void a_deviation_turns_red_what_it_must_and_nothing_else(Step step) {
        Proof proof = proofOf(step.system());
        if (step.turn().isEmpty()) {
            assertThat(proof.healthy().findings())
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.isHeld())
                            .as(finding.subject() + " " + finding.rule() + " " + finding.verdict())
                            .isTrue());
            return;
        }
        List<ProofCase> shown = proof.of(step.turn().get());
        CASES.addAll(shown);
        shown.forEach(it -> System.out.println(
                it.word() + " " + step.system() + " " + it.deviation().id()));
        assertThat(shown).allSatisfy(SystemsProof::isProven);
    }

    private static void isProven(ProofCase it) {
        assertThat(it.detectedBy())
                .as("rules that found " + it.deviation().id())
                .isEqualTo(it.expectation().primary());
        assertThat(it.falseAlarms())
                .as("false alarms beside " + it.deviation().id())
                .isEmpty();
        assertThat(it.damage()).as("not green after " + it.deviation().id()).isEmpty();
    }

    @Test
    @Order(2)
    void every_fault_is_claimed_by_a_rule() {
        assertThat(Expectation.unclaimed()).isEmpty();
    }

    @Test
    @Order(3)
    void the_page_of_the_proof_is_what_was_proven() throws IOException {
        List<Deviation> order = Deviation.all().toList();
        List<ProofCase> sorted = CASES.stream()
                .sorted(Comparator.comparing(it -> order.indexOf(it.deviation())))
                .toList();
        Files.createDirectories(Path.of("reports/proof"));
        Files.writeString(Path.of("reports/proof/matrix.json"), ProofMatrix.of("embedded", sorted));
        ProofScore older = ProofScore.parse(Files.readString(SCORE));
        ProofScore score = Scores.over(older, Scores.of("embedded", LocalDate.now(ZoneOffset.UTC), sorted));
        String page = new ProofPage(sorted).over(Files.readString(PAGE), score);
        Scores.lines(sorted).forEach(System.out::println);
        if ("write".equals(System.getenv("GOLDEN"))) {
            Files.writeString(PAGE, page);
            Files.writeString(SCORE, score.text());
        }
        assertThat(PAGE).as(WRITE + PAGE).hasContent(page);
        assertThat(ProofScore.parse(Files.readString(SCORE)).families())
                .as(WRITE + SCORE)
                .isEqualTo(score.families());
    }

    static Stream<Step> steps() {
        return new Systems(Flags.ofSystemProperties())
                .names().stream()
                        .flatMap(system -> Stream.concat(
                                Stream.of(new Step(system, Optional.empty())),
                                Turn.of(deviations(system)).stream().map(turn -> new Step(system, Optional.of(turn)))));
    }

    private static List<Deviation> deviations(String system) {
        return Deviation.all()
                .filter(it -> !it.needsContainers() && it.system().folder().equals(system))
                .toList();
    }

    /** Of one system after the other: a replica is started once, and only one is up. */
    private static Proof proofOf(String system) {
        if (!up.equals(system)) {
            stop();
            replica = Optional.of(EmbeddedReplica.start(
                    Environments.load(folder(system), System.getenv(), Map.of()), Set.of(), System.out::println));
            up = system;
        }
        return new Proof(
                replica.orElseThrow(),
                overlay -> Environments.load(folder(system), System.getenv(), overlay),
                Suite.everything(),
                Path.of(".envproof"));
    }

    private static Path folder(String system) {
        return Path.of("environments", system);
    }
}
