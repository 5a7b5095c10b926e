package dev.envproof.report;

import static dev.envproof.report.SampleFindings.BROKEN;
import static dev.envproof.report.SampleFindings.EXCHANGE;
import static dev.envproof.report.SampleFindings.HELD;
import static dev.envproof.report.SampleFindings.INCONCLUSIVE;
import static dev.envproof.report.SampleFindings.finding;
import static dev.envproof.report.SampleFindings.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.rule.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportTextTest {
    private static final String HOSTILE = "\u0000\u001b[31m]]> </failure> ``` <script>alert(1)</script> | \uD800";

    @Test
    void a_broken_finding_reads_as_the_golden_file() {
        assertThat(FindingText.of(finding("staging", BROKEN))).isEqualTo(golden("broken.txt"));
    }

    @Test
    void an_inconclusive_finding_reads_as_the_golden_file() {
        assertThat(FindingText.of(finding("staging", INCONCLUSIVE))).isEqualTo(golden("inconclusive.txt"));
    }

    @Test
    void the_last_lines_on_the_console_read_as_the_golden_file() {
        assertThat(String.join(
                        "\n",
                        new Console(false)
                                .lines(outcome(finding("staging", BROKEN), finding("staging", INCONCLUSIVE)))))
                .isEqualTo(golden("console.txt"));
    }

    @Test
    void colours_are_only_for_a_terminal() {
        assertThat(new Console(true).lines(outcome(finding("staging", HELD))).toString())
                .contains("\u001b[32");
        assertThat(new Console(false).lines(outcome(finding("staging", HELD))).toString())
                .doesNotContain("\u001b");
    }

    @Test
    void the_summary_reads_as_the_golden_file() {
        assertThat(SummaryMarkdown.of(outcome(finding("staging", BROKEN)))).isEqualTo(golden("summary.md") + "\n");
    }

    @Test
    void the_verdict_names_the_gate_the_target_and_the_counts() throws IOException {
        JsonNode tree = new ObjectMapper()
                .readTree(VerdictJson.of(outcome(finding("staging", BROKEN), finding("staging", HELD))));
        assertThat(tree.get("gate").asText()).isEqualTo("CLOSED");
        assertThat(tree.get("targets").get("staging").asText()).isEqualTo("https://api-staging.example.com/");
        assertThat(tree.get("engine").asText()).isEqualTo("remote");
        assertThat(tree.get("broken").asInt()).isEqualTo(1);
        assertThat(tree.get("held").asInt()).isEqualTo(1);
    }

    @Test
    void the_xml_names_the_environment_and_the_sentence() throws Exception {
        Element test = (Element) xml(outcome(finding("staging", BROKEN)))
                .getElementsByTagName("testcase")
                .item(0);
        assertThat(test.getAttribute("classname")).isEqualTo("staging.cors");
        assertThat(test.getAttribute("name")).startsWith("staging: ");
        assertThat(test.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void the_xml_is_red_where_the_gate_is_closed_although_every_rule_held() throws Exception {
        Element all = xml(outcome());
        assertThat(all.getAttribute("failures")).isEqualTo("1");
        assertThat(all.getElementsByTagName("failure").item(0).getTextContent()).contains("staging: 0 rules judged");
    }

    @Test
    void the_xml_counts_the_tests_that_it_holds() throws Exception {
        Element all = xml(outcome(finding("staging", BROKEN), finding("staging", HELD)));
        assertThat(all.getAttribute("tests"))
                .isEqualTo(String.valueOf(all.getElementsByTagName("testcase").getLength()));
        assertThat(all.getAttribute("failures"))
                .isEqualTo(String.valueOf(all.getElementsByTagName("failure").getLength()));
    }

    @Test
    void hostile_text_breaks_no_format() throws Exception {
        Outcome hostile = outcome(finding("staging", Verdict.broken("nothing", HOSTILE, EXCHANGE)));
        assertThat(xml(hostile).getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(new ObjectMapper()
                        .readTree(Written.by(FindingsJson::write, hostile))
                        .get("findings")
                        .size())
                .isEqualTo(1);
        assertThat(SummaryMarkdown.of(hostile)).contains("````text");
    }

    private static Element xml(Outcome outcome) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Written.by(JunitXml::write, outcome))))
                .getDocumentElement();
    }

    private static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(ReportTextTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
