package dev.envproof.probe.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetCookieTest {

    @Test
    void reads_attributes_in_any_case_and_keeps_no_value() {
        SetCookie cookie = SetCookie.of("sid=secret-value; Path=/; SECURE; httpOnly; samesite=Lax");
        assertThat(cookie.has("secure")).isTrue();
        assertThat(cookie.has("httponly")).isTrue();
        assertThat(cookie.attributes()).containsEntry("samesite", "Lax");
        assertThat(cookie.toString()).doesNotContain("secret-value");
    }

    @ParameterizedTest
    @CsvSource({
        "sid=1, true",
        "connect.sid=1, true",
        "__Host-session=1, true",
        "access_token=1, true",
        "theme=dark, false",
        "aside=1, false",
        "XSRF-TOKEN=1, false"
    })
    void knows_a_sessions_cookie_by_its_name(String value, boolean isOfASession) {
        assertThat(SetCookie.of(value).isOfASession()).isEqualTo(isOfASession);
    }

    @ParameterizedTest
    @CsvSource({
        "sid=1; Domain=exams.example, staging.exams.example, true",
        "sid=1; domain=.EXAMS.example, staging.exams.example, true",
        "sid=1; Domain=exams.example, otherexams.example, false",
        "sid=1; Domain=app.exams.example, staging.exams.example, false",
        "sid=1, staging.exams.example, false"
    })
    void a_domain_reaches_the_hosts_below_it(String value, String host, boolean reaches) {
        assertThat(SetCookie.of(value).reaches(host)).isEqualTo(reaches);
    }
}
