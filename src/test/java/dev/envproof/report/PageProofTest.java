package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageProofTest {
    private static final String MATRIX = """
            {"engine": "embedded", "proven": 2, "cases": [
              {"deviation": "cors/null-origin", "kind": "fault", "proven": true, "falseAlarms": [], "damage": []},
              {"deviation": "cors/star-on-private", "kind": "fault", "proven": false, "falseAlarms": ["a"], "damage": ["b"]},
              {"deviation": "cors/public-path", "kind": "lookalike", "proven": true, "falseAlarms": [], "damage": []}]}
            """;

    @TempDir
    private Path reports = Path.of("");

    @Test
    void a_proof_that_ran_here_is_told_with_what_it_did_not_prove() throws IOException {
        matrix(MATRIX);
        assertThat(page())
                .containsSubsequence(
                        "<b>1 of 2</b> faults were found",
                        "<b>1 of 1</b> healthy look-alikes",
                        "<b>2</b> false alarms",
                        "From reports/proof/matrix.json: 2026-11-23, engine embedded.",
                        "Not proven",
                        "<code>cors/star-on-private</code>");
    }

    @Test
    void without_one_the_score_that_ships_is_told() {
        ProofScore.Family all = ProofScore.shipped().all();
        assertThat(page())
                .contains("<b>" + all.detected() + " of " + all.faults() + "</b> faults were found")
                .contains("From the proof that this envproof was built with: "
                        + ProofScore.shipped().when());
    }

    @Test
    void one_that_is_none_is_said_to_be_none() throws IOException {
        for (String text : new String[] {"", "[]", "{\"cases\": 1}", "{\"cases\": [", "\u0000"}) {
            matrix(text);
            assertThat(page())
                    .as(text)
                    .contains(
                            "reports/proof/matrix.json can&#39;t be read as a proof&#39;s matrix; run the proof again.")
                    .contains("the proof that this envproof was built with");
        }
    }

    private void matrix(String text) throws IOException {
        Path file = reports.resolve("proof/matrix.json");
        Files.createDirectories(reports.resolve("proof"));
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-23T10:00:00Z")));
    }

    private String page() {
        return IndexHtml.of(SamplePage.calm(), reports);
    }
}
