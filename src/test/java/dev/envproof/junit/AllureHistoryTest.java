package dev.envproof.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.history.HistoryFile;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.history.RunLine;
import dev.envproof.history.RunLine.Tally;
import dev.envproof.history.Series;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureHistoryTest {
    private static final String TEST = "cors/foreign-origin-is-refused staging";

    @TempDir
    private Path folder;

    @Test
    void a_rule_has_its_verdicts_in_the_runs_before_newest_first_and_not_this_one() throws IOException {
        Past past = past(Verdict.held("none"), Verdict.broken("none", "one"), Verdict.held("none"));

        JsonNode history = read(AllureHistory.of(past, List.of(finding(Verdict.held("none")))));

        assertThat(history.at("/" + TEST.replace("/", "~1") + "/items"))
                .extracting(item -> item.get("status").asText())
                .containsExactly("failed", "passed");
        assertThat(history.get(TEST).at("/items/0/statusDetails").asText()).isEqualTo("broken in run-1");
        assertThat(history.get(TEST).at("/items/0/time/start").asLong()).isEqualTo(1_000L);
        assertThat(history.get(TEST).get("statistic"))
                .isEqualTo(read(
                        "{\"failed\": 1, \"broken\": 0, \"skipped\": 0, \"passed\": 1, \"unknown\": 0, \"total\": 2}"));
    }

    @Test
    void a_first_run_and_one_without_a_history_have_none() throws IOException {
        List<Finding> findings = List.of(finding(Verdict.held("none")));

        assertThat(read(AllureHistory.of(past(Verdict.held("none")), findings))).isEmpty();
        assertThat(read(AllureHistory.of(Past.EMPTY, findings))).isEmpty();
    }

    private Past past(Verdict... verdicts) {
        Path file = folder.resolve("history.jsonl");
        Series series = new Series("job-platform", "full", "remote");
        Past past = Past.EMPTY;
        for (int run = 0; run < verdicts.length; run++) {
            try (HistoryFile history = HistoryFile.open(file, series)) {
                history.append(Now.of(line(run), List.of(finding(verdicts[run])), List.of()));
                past = history.past();
            }
        }
        return past;
    }

    private static RunLine line(int run) {
        return new RunLine(
                Instant.ofEpochSecond(run),
                "run-" + run,
                "",
                List.of("staging"),
                "OPEN",
                new Tally(1, 0, 0, 0),
                List.of(),
                List.of());
    }

    private static Finding finding(Verdict verdict) {
        return new Finding(Subject.of("staging"), new ForeignOriginIsRefused().card(), verdict, Optional.empty());
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
