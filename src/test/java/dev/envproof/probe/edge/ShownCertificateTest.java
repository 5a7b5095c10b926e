package dev.envproof.probe.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownCertificateTest {

    @ParameterizedTest
    @CsvSource({
        "api.exams.example, api.exams.example, true",
        "API.exams.example, api.EXAMS.example., true",
        "*.exams.example, api.exams.example, true",
        "*.exams.example, exams.example, false",
        "*.exams.example, a.b.exams.example, false",
        "a*.exams.example, api.exams.example, false",
        "*.example, exams.example, false",
        "exams.example, api.exams.example, false",
        "192.0.2.7, 192.0.2.7, true"
    })
    void is_for_the_hosts_that_rfc_9525_says(String name, String host, boolean isFor) {
        assertThat(certificate("CN=x", "CN=issuer", List.of(name), 256).isFor(host))
                .isEqualTo(isFor);
    }

    @Test
    void its_subject_names_no_host() {
        assertThat(certificate("CN=api.exams.example", "CN=issuer", List.of(), 256)
                        .isFor("api.exams.example"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=(STAGING) Puzzling Parsnip E7,O=(STAGING) Let's Encrypt,C=US | true",
                "CN=Fake LE Intermediate X1 | true",
                "CN=R11,O=Let's Encrypt,C=US | false",
                "CN=Staging CA of a bank | false"
            })
    void knows_a_test_authority_by_its_name(String issuer, boolean isOne) {
        assertThat(certificate("CN=staging.exams.example", issuer, List.of("staging.exams.example"), 256)
                        .isOfATestAuthority())
                .isEqualTo(isOne);
    }

    @Test
    void knows_the_default_of_a_product() {
        assertThat(certificate("CN=TRAEFIK DEFAULT CERT", "CN=TRAEFIK DEFAULT CERT", List.of(), 256)
                        .isADefault())
                .isTrue();
        assertThat(certificate("CN=api.exams.example", "CN=R11", List.of("api.exams.example"), 256)
                        .isADefault())
                .isFalse();
    }

    @Test
    void a_short_key_is_a_weakness() {
        assertThat(certificate("CN=x", "CN=issuer", List.of(), 160).weakness()).contains("a key of EC with 160 bits");
        assertThat(certificate("CN=x", "CN=issuer", List.of(), 256).weakness()).isEmpty();
    }

    private static ShownCertificate certificate(String subject, String issuer, List<String> names, int bits) {
        return new ShownCertificate(subject, issuer, names, Instant.EPOCH, Instant.MAX, "EC", bits, "SHA256withECDSA");
    }
}
