package dev.envproof.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.history.RunLine;
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

    @Test
    void the_trend_is_of_the_runs_before_this_one_newest_first() throws IOException {
        JsonNode trend =
                new ObjectMapper().readTree(AllureTrend.of(List.of(run("one", 1), run("two", 2), run("this", 3))));

        assertThat(trend).extracting(build -> build.get("reportName").asText()).containsExactly("two", "one");
        assertThat(trend).extracting(build -> build.get("buildOrder").asInt()).containsExactly(2, 1);
        assertThat(trend.at("/0/data/failed").asInt()).isEqualTo(3);
        assertThat(trend.at("/0/data/passed").asInt()).isEqualTo(14);
        assertThat(trend.at("/0/data/total").asInt()).isEqualTo(17);
    }

    @Test
    void a_first_run_has_no_trend_yet() throws IOException {
        AllureSummary.write(folder, outcome());

        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("history/history-trend.json").toFile()))
                .isEmpty();
    }

    private static RunLine run(String id, int broken) {
        return new RunLine(
                Instant.EPOCH,
                id,
                "",
                List.of("staging"),
                "CLOSED",
                new RunLine.Tally(10, broken, 1, 4),
                List.of(),
                List.of());
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
