package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldTlsTest {

    @ParameterizedTest
    @CsvSource({
        "160302002a020000260302, Accepted[version=TLS 1.1]",
        "160301002a020000260301, Accepted[version=TLS 1.0]",
        "160300002a020000260300, Accepted[version=SSL 3.0]",
        "15030200020246, Refused[how=alert 70]",
        "15030200020228, Refused[how=alert 40]",
        "'', Refused[how=the connection was closed]",
        "15030200020270, Unclear[why=alert 112]",
        "485454502f312e312034, Unclear[why=what came is no TLS]",
        "160303002a020000260303, Unclear[why=the server goes on in a version that was not offered]"
    })
    void tells_acceptance_from_refusal_and_both_from_neither(String answer, String meaning) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(answer);
        assertThat(OldTls.read(new ByteArrayInputStream(bytes))).hasToString(meaning);
    }

    @Test
    void offers_nothing_newer_than_tls_1_1_and_names_the_host() {
        String hello = HexFormat.of().formatHex(OldTls.hello("api.exams.example"));
        assertThat(hello).startsWith("160301").contains(hex("api.exams.example"));
        assertThat(hello.substring(18, 22)).isEqualTo("0302");
        assertThat(hello).doesNotContain("002b00");
    }

    @Test
    void names_no_numeric_address() {
        assertThat(HexFormat.of().formatHex(OldTls.hello("192.0.2.7"))).doesNotContain(hex("192.0.2.7"));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
