package dev.envproof.report;

import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code junit.xml}: one test suite per environment or pair and family, so that the environment is named. */
final class JunitXml {
    private final Outcome outcome;

    private JunitXml(Outcome outcome) {
        this.outcome = outcome;
    }

    static String of(Outcome outcome) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitXml(outcome).suites(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("text written to memory", impossible);
        }
        return text + "\n";
    }

    private void suites(XMLStreamWriter xml) throws XMLStreamException {
        List<Finding> all = outcome.findings().findings();
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "envproof " + outcome.findings().system());
        counts(xml, all);
        xml.writeAttribute("time", seconds(outcome.findings().took().toMillis()));
        for (Subject subject : all.stream().map(Finding::subject).distinct().toList()) {
            for (String family : all.stream().map(Finding::family).distinct().toList()) {
                suite(xml, subject + " " + family, only(subject, family));
            }
        }
        xml.writeEndElement();
    }

    private List<Finding> only(Subject subject, String family) {
        return outcome.findings().of(family).stream()
                .filter(finding -> finding.subject().equals(subject))
                .toList();
    }

    private void suite(XMLStreamWriter xml, String name, List<Finding> findings) throws XMLStreamException {
        if (findings.isEmpty()) {
            return;
        }
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        counts(xml, findings);
        for (Finding finding : findings) {
            test(xml, name, finding);
        }
        xml.writeEndElement();
    }

    private void test(XMLStreamWriter xml, String suite, Finding finding) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite.replace(' ', '.'));
        xml.writeAttribute("name", FindingText.sentence(finding));
        if (outcome.closes(finding)) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", FindingText.word(finding).toLowerCase(Locale.ROOT));
            xml.writeAttribute("message", XmlText.of(FindingText.headline(finding)));
            xml.writeCharacters(XmlText.of(FindingText.of(finding)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void counts(XMLStreamWriter xml, List<Finding> findings) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(findings.size()));
        xml.writeAttribute(
                "failures",
                Long.toString(findings.stream().filter(outcome::closes).count()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }
}
