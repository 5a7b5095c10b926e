package dev.envproof.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.report.FindingText;
import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.report.Outcome.TargetLine;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureSummaryTest {
    @TempDir
    Path folder;

    @Test
    void the_first_page_says_what_was_verified_and_where() throws IOException {
        AllureSummary.write(folder, outcome());
        assertThat(folder.resolve("environment.properties")).hasContent("""
                gate = CLOSED
                system = job-platform
                suite = full
                engine = remote
                staging = https://api-staging.example.com/
                """);
    }

    @Test
    void a_broken_rule_and_one_that_could_not_be_judged_are_categories_apart() throws IOException {
        AllureSummary.write(folder, outcome());
        JsonNode categories = new ObjectMapper().readTree(Files.readString(folder.resolve("categories.json")));
        assertThat(matching(categories, Verdict.broken("none", "one"))).containsExactly("broken rules");
        assertThat(matching(categories, Verdict.inconclusive("CONNECT: refused")))
                .containsExactly("inconclusive: could not look");
    }

    private static List<String> matching(JsonNode categories, Verdict verdict) {
        List<String> names = new ArrayList<>();
        for (JsonNode category : categories) {
            if (FindingText.of(finding(verdict))
                    .matches(category.get("messageRegex").asText())) {
                names.add(category.get("name").asText());
            }
        }
        return names;
    }

    private static Finding finding(Verdict verdict) {
        return new Finding(Subject.of("staging"), new ForeignOriginIsRefused().card(), verdict, Optional.empty());
    }

    private static Outcome outcome() {
        Findings findings = new Findings(
                "job-platform",
                List.of("staging"),
                List.of(finding(Verdict.broken("none", "one"))),
                List.of(),
                List.of(),
                Duration.ZERO);
        return new Outcome(
                findings,
                Suite.everything(),
                Gate.decide(findings, Suite.everything(), LocalDate.EPOCH),
                List.of(new TargetLine("staging", "https://api-staging.example.com/")),
                "remote",
                List.of(),
                Instant.EPOCH,
                Duration.ZERO);
    }
}
