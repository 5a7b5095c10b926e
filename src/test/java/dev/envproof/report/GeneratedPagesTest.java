package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.report.CoveragePage.Requirement;
import dev.envproof.suite.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that are made from the code say what the code says; the variable {@code GOLDEN=write} writes them anew. */
class GeneratedPagesTest {

    @Test
    void the_page_of_rules_is_what_the_cards_say() throws IOException {
        holds("docs/rules.md", RulesPage.text());
    }

    @Test
    void the_page_of_coverage_is_what_the_rules_verify() throws IOException {
        holds("docs/coverage.md", CoveragePage.text());
    }

    @Test
    void a_requirement_says_why_no_rule_verifies_it_where_none_does_and_only_there() {
        assertThat(CoveragePage.requirements())
                .allSatisfy(it -> assertThat(CoveragePage.rulesFor(it.id()).isEmpty())
                        .as(it.id() + ": in requirements.txt a reason stands where no rule verifies it, and only there")
                        .isEqualTo(!it.gap().isBlank()));
    }

    @Test
    void every_requirement_of_every_system_has_a_line() {
        assertThat(CoveragePage.requirements()).extracting(Requirement::id).doesNotHaveDuplicates();
        Map<String, Long> counted = CoveragePage.requirements().stream()
                .collect(Collectors.groupingBy(
                        it -> it.system() + " " + it.id().substring(0, 3), Collectors.counting()));
        assertThat(counted)
                .isEqualTo(Map.of(
                        "job-platform JP-", 23L,
                        "insurance-navigator IN-", 16L,
                        "event-api EA-", 18L,
                        "curriculum-extractor CE-", 22L,
                        "exam-platform EP-", 18L));
    }

    @Test
    void a_rule_verifies_what_a_system_states() {
        assertThat(Rules.all().stream().flatMap(rule -> Stream.of(rule.card().verifies())))
                .isSubsetOf(CoveragePage.requirements().stream()
                        .map(Requirement::id)
                        .toList());
    }

    private static void holds(String page, String text) throws IOException {
        Path file = Path.of(page);
        if ("write".equals(System.getenv("GOLDEN"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("run `GOLDEN=write mvn test -Dtest=GeneratedPagesTest` and commit " + page)
                .hasContent(text);
    }
}
