package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.Exchange;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Rules;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many findings, some with long texts: each file has its bound, and the largest are never one text. A hundred thousand of
 * them beside the browser's tests, so that the own tests stay quick; the bounds are the same.
 */
class ManyFindingsTest {
    private static final int FINDINGS = Integer.getInteger("many.findings", 10_000);
    private static final long MIB = 1024 * 1024;
    private static final List<Card> CARDS = Rules.all().stream().map(Rule::card).toList();

    private static final Verdict OPEN = Verdict.inconclusive("CONNECT: refused");

    @TempDir
    private static Path folder;

    private static final Outcome OUTCOME = outcome(FINDINGS);

    @BeforeAll
    static void write() {
        try (Reports reports = Reports.claim(folder)) {
            reports.write(OUTCOME);
        }
    }

    @Test
    void files_for_pages_scrapers_and_scripts_stay_small() throws IOException {
        assertThat(Files.size(folder.resolve("summary.md"))).isLessThan(MIB);
        assertThat(Files.size(folder.resolve("envproof.prom"))).isLessThan(MIB);
        assertThat(Files.size(folder.resolve("verdict.json"))).isLessThan(2 * MIB);
        assertThat(Files.size(folder.resolve("envproof.sarif"))).isLessThan(25 * MIB);
    }

    @Test
    void files_that_hold_every_finding_hold_its_texts_cut() throws IOException {
        long cut = FINDINGS / 50 * 2L * Verdict.LONGEST;
        long others = FINDINGS * 1_500L; // what the cards say
        assertThat(Files.size(folder.resolve("findings.json"))).isBetween(cut, cut + others);
        assertThat(Files.size(folder.resolve("junit.xml"))).isBetween(cut, cut + others);
    }

    @Test
    void the_evidence_is_bounded_in_files_and_in_bytes_and_says_what_is_left_out() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("evidence"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeLessThanOrEqualTo(KeptEvidence.MOST_FILES + 1);
            assertThat(all.stream().mapToLong(file -> file.toFile().length()).sum())
                    .isLessThan(KeptEvidence.MOST_CHARACTERS * 2);
        }
        assertThat(folder.resolve(KeptEvidence.LEFT_OUT))
                .content()
                .contains("of " + FINDINGS + " findings have no file here");
    }

    @Test
    void every_finding_that_names_evidence_has_it() throws IOException {
        var findings = new ObjectMapper()
                .readTree(folder.resolve("findings.json").toFile())
                .get("findings");

        assertThat(findings).hasSize(FINDINGS);
        assertThat(findings)
                .filteredOn(finding -> finding.has("evidence"))
                .hasSizeGreaterThan(1_000)
                .allMatch(finding ->
                        Files.exists(folder.resolve(finding.get("evidence").asText())));
    }

    @Test
    void the_largest_are_written_in_pieces_no_larger_than_a_few_findings() throws IOException {
        for (Report.Body body : List.<Report.Body>of(FindingsJson::write, JunitXml::write)) {
            Pieces pieces = new Pieces();
            body.write(outcome(2_000), pieces);
            assertThat(pieces.largest).isLessThan(MIB / 4);
            assertThat(pieces.all).isGreaterThan(MIB / 2);
        }
    }

    @Test
    void the_console_prints_what_a_person_would_read() {
        assertThat(String.join("\n", new Console(false).lines(OUTCOME)))
                .hasSizeLessThan(10 * (int) MIB)
                .contains(" more; reports/findings.json has all");
    }

    private static Outcome outcome(int number) {
        List<Verdict> verdicts = List.of(verdict("s".repeat(20_000)), verdict("not set"), OPEN, Verdict.held("set"));
        List<Finding> findings = IntStream.range(0, number)
                .mapToObj(index -> new Finding(
                        Subject.of("e" + index / CARDS.size()),
                        CARDS.get(index % CARDS.size()),
                        verdicts.get(index % 50 == 0 ? 0 : index % 8 == 1 ? 1 : index % 8 == 2 ? 2 : 3),
                        Optional.empty()))
                .toList();
        Findings all =
                new Findings("many", List.of("e0", "e1", "e2"), findings, List.of(), List.of(), Duration.ofSeconds(1));
        return new Outcome(
                all,
                Suite.everything(),
                Gate.decide(all, Suite.everything(), LocalDate.EPOCH),
                List.of(),
                "remote",
                List.of(),
                Instant.EPOCH,
                Duration.ofSeconds(1));
    }

    private static Verdict verdict(String saw) {
        return Verdict.broken(
                saw, saw, new Exchange("GET https://a.example/", List.of("b".repeat(20_000)), "curl -si x"));
    }

    /** Measures, and keeps nothing. */
    private static final class Pieces extends Writer {
        private long largest;
        private long all;

        @Override
        public void write(char[] text, int from, int length) {
            largest = Math.max(largest, length);
            all += length;
        }

        @Override
        public void flush() {
            // nothing is kept
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
