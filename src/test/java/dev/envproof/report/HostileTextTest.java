package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.ShownText;
import dev.envproof.rule.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A stranger's text, wherever it stands, is read back from every format, and breaks none. */
class HostileTextTest {
    private static final String TEXTS = "dev.envproof.report.Hostile#texts";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource(TEXTS)
    void json_holds_it_and_fits_its_schema(String text) throws IOException {
        Outcome outcome = Hostile.outcome(text, folder);
        String findings = Written.by(FindingsJson::write, outcome);
        String sarif = Written.by(SarifLog::write, outcome);

        assertThat(ReportSchema.own("findings").complaints(findings)).isEmpty();
        assertThat(ReportSchema.own("verdict").complaints(VerdictJson.of(outcome)))
                .isEmpty();
        assertThat(ReportSchema.ofSarif().complaints(sarif)).isEmpty();
        JsonNode first = new ObjectMapper().readTree(findings).at("/findings/0");
        assertThat(first.get("saw").asText()).isEqualTo(shown(text));
        assertThat(first.get("expected").asText()).isEqualTo(shown(text));
        assertThat(new ObjectMapper()
                        .readTree(sarif)
                        .at("/runs/0/results/0/properties/saw")
                        .asText())
                .isEqualTo(ShownText.of(shown(text), 800));
        for (String line : Files.readAllLines(folder.resolve("history.jsonl"), StandardCharsets.UTF_8)) {
            assertThat(ReportSchema.own("history").complaints(line)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(TEXTS)
    void xml_holds_it_and_as_many_tests_as_before(String text) throws Exception {
        Element all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Written.by(JunitXml::write, Hostile.outcome(text, folder)))))
                .getDocumentElement();

        assertThat(all.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(all.getElementsByTagName("failure").item(0).getTextContent()).contains("but saw:  " + shown(text));
    }

    @ParameterizedTest
    @MethodSource(TEXTS)
    void metrics_are_read_by_their_grammar_and_the_gate_stays_closed(String text) {
        assertThat(MetricsGrammar.read(MetricsText.of(Hostile.outcome(text, folder))))
                .filteredOn(sample -> sample.name().equals("envproof_gate_open"))
                .singleElement()
                .satisfies(sample -> assertThat(sample.value()).isEqualTo("0"));
    }

    @ParameterizedTest
    @MethodSource(TEXTS)
    void markdown_stays_the_page_that_it_is(String text) {
        List<String> nodes = structure(SummaryMarkdown.of(Hostile.outcome(text, folder)));

        assertThat(nodes).isEqualTo(structure(SummaryMarkdown.of(Hostile.outcome("plain", folder.resolve("2")))));
        assertThat(nodes).doesNotContain("Link", "Image", "HtmlInline", "HtmlBlock");
    }

    @ParameterizedTest
    @MethodSource(TEXTS)
    void the_console_shows_it_and_is_not_told_what_to_do(String text) {
        List<String> lines = new Console(false)
                .lines(Hostile.outcome(text, folder)).stream()
                        .flatMap(entry -> List.of(entry.split("\n", -1)).stream())
                        .toList();

        assertThat(lines)
                .anyMatch(line -> line.equals("  but saw:  " + shown(text)))
                .allSatisfy(line -> assertThat(line.codePoints()).noneMatch(HostileTextTest::isHidden))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(20_000))
                .noneMatch(line -> line.strip().startsWith("::"))
                .noneMatch(line -> line.matches(".*##\\w*\\[.*"));
    }

    @ParameterizedTest
    @MethodSource(TEXTS)
    void every_file_is_written_as_utf_8_without_hidden_characters(String text) throws IOException {
        Outcome outcome = Hostile.outcome(text, folder);
        try (Reports reports = Reports.claim(folder.resolve("reports"))) {
            reports.write(outcome);
        }

        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.UTF_8)
                                    .codePoints())
                            .noneMatch(point -> point != '\n' && isHidden(point)));
        }
    }

    private static String shown(String text) {
        return ShownText.of(text, Verdict.LONGEST);
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Each node's kind but its text, which is another one. */
    private static List<String> structure(String markdown) {
        List<String> kinds = new ArrayList<>();
        Node page = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(markdown);
        page.accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                kinds.add(parent.getClass().getSimpleName());
                for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                    if (!(child instanceof Text)) {
                        child.accept(this);
                    }
                }
            }

            @Override
            public void visit(FencedCodeBlock block) {
                kinds.add("FencedCodeBlock");
            }
        });
        return kinds;
    }
}
