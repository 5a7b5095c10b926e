package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.junit.MadeUp;
import dev.envproof.rule.Severity;
import dev.envproof.suite.Suite;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The schema is the one of Jenkins, which refuses a file that does not fit. */
class JunitXmlSchemaTest {

    @Test
    void a_run_of_every_rule_and_verdict_fits() {
        for (Severity mildest : Severity.values()) {
            assertThatCode(() -> validate(
                            Written.by(JunitXml::write, MadeUp.outcome(MadeUp.everyRule(), MadeUp.suite(mildest)))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_run_that_judged_nothing_fits() {
        assertThatCode(() -> validate(Written.by(JunitXml::write, MadeUp.outcome(List.of(), Suite.everything()))))
                .doesNotThrowAnyException();
    }

    @Test
    void the_schema_refuses_what_is_none() {
        assertThatThrownBy(() -> validate("<testsuites skipped='0'/>")).isInstanceOf(SAXException.class);
    }

    private static void validate(String xml) throws Exception {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(JunitXmlSchemaTest.class.getResource("schema/junit-10.xsd")))
                .newValidator();
        validator.validate(new StreamSource(new StringReader(xml)));
    }
}
