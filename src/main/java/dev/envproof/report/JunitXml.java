package dev.envproof.report;

import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code junit.xml}: one test suite per environment or pair and family, so that the environment is named. */
final class JunitXml {
    private static final int MOST_REASONS = 1_000;
    private final Outcome outcome;

    private JunitXml(Outcome outcome) {
        this.outcome = outcome;
    }

    static void write(Outcome outcome, Writer to) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitXml(outcome).suites(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException failed) {
            if (failed.getNestedException() instanceof IOException refused) {
                throw refused;
            }
            throw new IllegalStateException("elements that were closed in turn", failed);
        }
        to.write('\n');
    }

    private void suites(XMLStreamWriter xml) throws XMLStreamException {
        List<Finding> all = outcome.findings().findings();
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", XmlText.of("envproof " + outcome.findings().system()));
        counts(xml, all.size() + 1, failed(all) + (outcome.gate().isOpen() ? 0 : 1));
        xml.writeAttribute("time", seconds(outcome.findings().took().toMillis()));
        Map<Subject, Map<String, List<Finding>>> suites = all.stream()
                .collect(Collectors.groupingBy(
                        Finding::subject,
                        LinkedHashMap::new,
                        Collectors.groupingBy(Finding::family, LinkedHashMap::new, Collectors.toList())));
        for (Map.Entry<Subject, Map<String, List<Finding>>> subject : suites.entrySet()) {
            for (Map.Entry<String, List<Finding>> family : subject.getValue().entrySet()) {
                suite(xml, subject.getKey() + " " + family.getKey(), family.getValue());
            }
        }
        gate(xml, outcome.gate());
        xml.writeEndElement();
    }

    /** Catches what no finding shows, as GateSuite does: too few rules, no environment, waivers, canaries left behind. */
    private void gate(XMLStreamWriter xml, Gate gate) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "gate");
        counts(xml, 1, gate.isOpen() ? 0 : 1);
        xml.writeAttribute("skipped", "0");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "gate");
        xml.writeAttribute("name", "the gate is open");
        if (!gate.isOpen()) {
            failure(xml, "closed", "the gate is CLOSED", String.join("\n", gate.reasons(MOST_REASONS)));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void suite(XMLStreamWriter xml, String name, List<Finding> findings) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", XmlText.of(name));
        counts(xml, findings.size(), failed(findings));
        xml.writeAttribute("skipped", "0");
        owners(xml, findings);
        for (Finding finding : findings) {
            test(xml, name, finding);
        }
        xml.writeEndElement();
    }

    /** Of the suite, since the schema of Jenkins knows no properties of a test. */
    private void owners(XMLStreamWriter xml, List<Finding> findings) throws XMLStreamException {
        List<Finding> owned =
                findings.stream().filter(finding -> owner(finding).isPresent()).toList();
        if (owned.isEmpty()) {
            return;
        }
        xml.writeStartElement("properties");
        for (Finding finding : owned) {
            xml.writeEmptyElement("property");
            xml.writeAttribute("name", XmlText.of("owner of " + finding.rule()));
            xml.writeAttribute("value", XmlText.of(owner(finding).orElse("")));
        }
        xml.writeEndElement();
    }

    private Optional<String> owner(Finding finding) {
        return outcome.suite().owners().of(finding.rule());
    }

    private void test(XMLStreamWriter xml, String suite, Finding finding) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", XmlText.of(suite.replace(' ', '.')));
        xml.writeAttribute("name", XmlText.of(FindingText.sentence(finding)));
        if (outcome.closes(finding)) {
            failure(
                    xml,
                    FindingText.word(finding).toLowerCase(Locale.ROOT),
                    FindingText.headline(finding),
                    FindingText.of(finding));
        }
        xml.writeEndElement();
    }

    private static void failure(XMLStreamWriter xml, String type, String message, String text)
            throws XMLStreamException {
        xml.writeStartElement("failure");
        xml.writeAttribute("type", type);
        xml.writeAttribute("message", XmlText.of(message));
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, long tests, long failures) throws XMLStreamException {
        xml.writeAttribute("tests", Long.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
    }

    private long failed(List<Finding> findings) {
        return findings.stream().filter(outcome::closes).count();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
