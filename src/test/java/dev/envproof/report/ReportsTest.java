package dev.envproof.report;

import static dev.envproof.report.SampleFindings.BROKEN;
import static dev.envproof.report.SampleFindings.HELD;
import static dev.envproof.report.SampleFindings.finding;
import static dev.envproof.report.SampleFindings.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final List<String> FILES = List.of(
            "verdict.json",
            "findings.json",
            "summary.md",
            "index.html",
            "junit.xml",
            "envproof.sarif",
            "envproof.prom");

    @TempDir
    private Path above;

    @Test
    void a_run_that_starts_leaves_nothing_of_the_last_one() throws IOException {
        write(outcome(finding("staging", BROKEN)));
        Files.createFile(folder().resolve("README.md"));

        Reports.claim(folder()).close();

        assertThat(FILES).noneMatch(file -> Files.exists(folder().resolve(file)));
        assertThat(folder().resolve("evidence")).doesNotExist();
        assertThat(folder().resolve("README.md")).exists();
    }

    @Test
    void evidence_that_is_a_link_is_unlinked_and_what_it_leads_to_stays() throws IOException {
        Path precious = Files.createFile(
                Files.createDirectory(above.resolve("precious")).resolve("file"));
        Files.createDirectory(folder());
        Files.createSymbolicLink(folder().resolve("evidence"), precious.getParent());

        write(outcome(finding("staging", HELD)));

        assertThat(precious).exists();
        assertThat(folder().resolve("evidence"))
                .isDirectory()
                .satisfies(
                        evidence -> assertThat(Files.isSymbolicLink(evidence)).isFalse());
    }

    @Test
    void every_report_is_written_and_nothing_half_written_stays() {
        write(outcome(finding("staging", BROKEN)));

        assertThat(FILES).allMatch(file -> Files.exists(folder().resolve(file)));
        assertThat(folder()).isDirectoryNotContaining("glob:**" + WholeFile.UNFINISHED);
    }

    @Test
    void a_report_that_nobody_may_write_to_is_replaced_where_the_folder_may_be_written() throws IOException {
        write(outcome(finding("staging", BROKEN)));
        assertThat(folder().resolve("envproof.prom").toFile().setReadOnly()).isTrue();

        write(outcome(finding("staging", HELD)));

        assertThat(folder().resolve("envproof.prom"))
                .content()
                .contains("envproof_gate_open{system=\"job-platform\",suite=\"full\"} 1");
    }

    @Test
    void a_folder_that_is_none_is_told_before_anything_runs() throws IOException {
        Files.createFile(folder());

        assertThatThrownBy(() -> Reports.claim(folder()))
                .isInstanceOf(ReportsUnusable.class)
                .hasMessageContaining(folder() + ": can't be written")
                .hasMessageContaining("accepted: a folder where this user may write");
    }

    @Test
    void a_verdict_is_the_last_file_to_be_written() {
        Outcome unwritable = outcome(finding("s".repeat(5_000), HELD));

        assertThatThrownBy(() -> write(unwritable)).isInstanceOf(ReportsUnusable.class);

        assertThat(folder().resolve("verdict.json")).doesNotExist();
    }

    @Test
    void a_second_run_at_the_same_time_is_refused_and_the_first_keeps_its_reports() throws IOException {
        try (Reports first = Reports.claim(folder())) {
            assertThatThrownBy(() -> Reports.claim(folder()))
                    .isInstanceOf(ReportsUnusable.class)
                    .hasMessageContaining("another run writes its reports here");
            first.write(outcome(finding("staging", HELD)));
        }
        assertThat(folder().resolve("verdict.json")).exists();
        write(outcome(finding("staging", HELD)));
    }

    @Test
    void every_finding_names_evidence_that_is_there() throws IOException {
        write(outcome(finding("staging", BROKEN), finding("production", HELD)));

        JsonNode findings = new ObjectMapper()
                .readTree(folder().resolve("findings.json").toFile())
                .get("findings");

        assertThat(findings)
                .hasSize(2)
                .allSatisfy(finding -> assertThat(
                                folder().resolve(finding.get("evidence").asText()))
                        .exists());
    }

    private Path folder() {
        return above.resolve("reports");
    }

    private void write(Outcome outcome) {
        try (Reports reports = Reports.claim(folder())) {
            reports.write(outcome);
        }
    }
}
