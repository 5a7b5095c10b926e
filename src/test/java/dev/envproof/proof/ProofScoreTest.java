package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.Harmless;
import dev.envproof.fault.LookAlike;
import dev.envproof.report.ProofScore;
import dev.envproof.report.ProofScore.Family;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Rules;
import dev.envproof.suite.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The score that ships with the jar is that of the page, which only {@code -Pproof} can write. */
class ProofScoreTest {
    private static final Pattern ROW =
            Pattern.compile("## ([a-z-]+)|\\| ([a-z]+) \\| (\\d+) of (\\d+) \\| (\\d+) of (\\d+) \\| (\\d+) \\|");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void the_score_that_ships_is_the_page_s() throws IOException {
        assertThat(ProofScore.shipped().families())
                .as("run `GOLDEN=write mvn verify -Pproof` and commit docs/proof.md with proof-score.txt")
                .isEqualTo(families(Files.readString(Path.of("docs/proof.md"))));
    }

    @Test
    void the_score_that_ships_counts_every_deviation_of_each_proven_family_that_the_embedded_engine_shows() {
        assertThat(counts(Family::faults)).isEqualTo(deviations(true));
        assertThat(counts(Family::lookAlikes)).isEqualTo(deviations(false));
        assertThat(ProofScore.shipped().when()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(ProofScore.shipped().engine()).isEqualTo("embedded");
    }

    @Test
    void what_is_written_is_read_again() {
        ProofScore score =
                new ProofScore("docker", "2026-11-24", List.of(new Family("job-platform/cors", 9, 8, 7, 6, 5)));
        assertThat(ProofScore.parse(score.text())).isEqualTo(score);
    }

    @Test
    void a_fault_that_was_not_found_and_a_look_alike_that_turned_red_lower_the_score() {
        Fault found = Fault.CORS_REFLECT_ANY_ORIGIN;
        ProofScore score = Scores.of(
                "embedded",
                DAY,
                List.of(
                        shown(found, Expectation.of(found).primary().iterator().next()),
                        shown(Fault.CORS_NULL_ORIGIN, "none"),
                        shown(LookAlike.CORS_PUBLIC_PATH, "none"),
                        shown(LookAlike.HEALTH_ALIAS_NAMED, "cors/null-origin-is-refused")));
        assertThat(score.families())
                .contains(
                        new Family("job-platform/cors", 2, 1, 1, 1, 0),
                        new Family("job-platform/health", 0, 0, 1, 0, 1));
        assertThat(score.all()).isEqualTo(new Family("all", 2, 1, 2, 1, 1));
    }

    @Test
    void the_page_prints_the_same_score() {
        List<ProofCase> cases =
                List.of(shown(Fault.CORS_NULL_ORIGIN, "none"), shown(LookAlike.CORS_PUBLIC_PATH, "none"));
        ProofScore score = Scores.of("embedded", DAY, cases);
        assertThat(families(new ProofPage(cases).over("", score))).isEqualTo(score.families());
    }

    @Test
    void a_proof_of_one_system_leaves_what_the_page_says_of_others() {
        List<ProofCase> cases = List.of(shown(Fault.CORS_NULL_ORIGIN, "none"));
        ProofScore older = new ProofScore(
                "embedded",
                "2026-11-01",
                List.of(
                        new Family("exam-platform/edge", 3, 3, 0, 0, 0),
                        new Family("job-platform/logs", 1, 0, 0, 0, 0)));
        ProofScore score = Scores.over(older, Scores.of("embedded", DAY, cases));

        assertThat(score.families())
                .extracting(Family::name)
                .containsExactly("job-platform/cors", "exam-platform/edge");
        String page = new ProofPage(cases)
                .over("# Proof\n\n## exam-platform\n\nas it was\n\n## job-platform\n\nstale\n", score);
        assertThat(page)
                .containsSubsequence("| job-platform | 0 of 1 |", "| exam-platform | 3 of 3 |", "| **all** | 3 of 4 |")
                .containsSubsequence("\n## job-platform\n", "`cors/null-origin`", "\n## exam-platform\n\nas it was\n")
                .doesNotContain("stale");
        assertThat(new ProofPage(cases).over(page, score)).isEqualTo(page);
    }

    private static List<Family> families(String page) {
        List<Family> families = new ArrayList<>();
        String system = "";
        for (MatchResult row : ROW.matcher(page).results().toList()) {
            if (row.group(1) != null) {
                system = row.group(1);
            } else {
                String name = system + "/" + row.group(2);
                families.add(new Family(name, at(row, 4), at(row, 3), at(row, 6), at(row, 5), at(row, 7)));
            }
        }
        return families;
    }

    private static long at(MatchResult row, int group) {
        return Long.parseLong(row.group(group));
    }

    private static Map<String, Long> counts(java.util.function.ToLongFunction<Family> which) {
        return ProofScore.shipped().families().stream()
                .collect(Collectors.toMap(Family::name, which::applyAsLong, Long::sum, TreeMap::new));
    }

    private static Map<String, Long> deviations(boolean faults) {
        Set<String> proven =
                ProofScore.shipped().families().stream().map(Family::name).collect(Collectors.toSet());
        return Deviation.all()
                .filter(it -> proven.contains(it.system().folder() + "/"
                        + it.id().substring(0, it.id().indexOf('/'))))
                .filter(it -> !it.needsContainers() && faults != it instanceof Harmless)
                .collect(Collectors.groupingBy(
                        it -> it.system().folder() + "/"
                                + it.id().substring(0, it.id().indexOf('/')),
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** One rule is broken while it is shown, and none afterwards. */
    private static ProofCase shown(Deviation deviation, String broken) {
        return new ProofCase(deviation, Expectation.of(deviation), findings(broken), Optional.of(findings("none")));
    }

    private static Findings findings(String broken) {
        List<Finding> findings = cards().map(card -> new Finding(
                        Subject.of("staging"),
                        card,
                        card.id().equals(broken) ? Verdict.broken("this", "that") : Verdict.held("this"),
                        Optional.empty()))
                .toList();
        return new Findings("job-platform", List.of("staging"), findings, List.of(), List.of(), Duration.ZERO);
    }

    private static Stream<Card> cards() {
        return Rules.all().stream().map(Rule::card);
    }
}
