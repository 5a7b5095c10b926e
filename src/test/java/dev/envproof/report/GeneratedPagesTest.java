package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.report.CoveragePage.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void a_requirement_without_a_rule_says_why() {
        assertThat(CoveragePage.requirements())
                .filteredOn(
                        requirement -> CoveragePage.rulesFor(requirement.id()).isEmpty())
                .allSatisfy(requirement ->
                        assertThat(requirement.gap()).as(requirement.id()).isNotBlank());
    }

    @Test
    void every_requirement_of_the_job_platform_has_a_line() {
        assertThat(CoveragePage.requirements())
                .extracting(Requirement::id)
                .hasSize(23)
                .doesNotHaveDuplicates();
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
