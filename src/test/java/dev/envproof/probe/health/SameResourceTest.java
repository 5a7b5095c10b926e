package dev.envproof.probe.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameResourceTest {
    private static final URI ASKED = URI.create("http://api.example:8080/api/x/health");

    @ParameterizedTest
    @CsvSource({
        "health/, http://api.example:8080/api/x/health/",
        "/api/x/health/, http://api.example:8080/api/x/health/",
        "https://api.example/api/x/health, https://api.example/api/x/health",
        "http://API.example:8080/api/x/health/, http://API.example:8080/api/x/health/"
    })
    void a_slash_or_tls_leads_to_the_same_resource(String location, String followed) {
        assertThat(SameResource.redirect(ASKED, redirect(location))).contains(URI.create(followed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "health",
                "http://other.example/api/x/health/",
                "http://api.example:8081/api/x/health/",
                "/api/x/health/?next=1",
                "file:///api/x/health/",
                "http://169.254.169.254/api/x/health/",
                "::not a location::"
            })
    void anything_else_is_not_followed(String location) {
        assertThat(SameResource.redirect(ASKED, redirect(location))).isEmpty();
    }

    @Test
    void a_plain_answer_is_no_redirect() {
        assertThat(SameResource.redirect(ASKED, answer(200, List.of(new Header("Location", "health/")))))
                .isEmpty();
        assertThat(SameResource.redirect(ASKED, answer(308, List.of()))).isEmpty();
    }

    private static Reply redirect(String location) {
        return answer(308, List.of(new Header("Location", location)));
    }

    private static Reply answer(int status, List<Header> headers) {
        return new Reply.Answer(status, headers, "", false, Duration.ZERO, new Exchange("", List.of(), ""));
    }
}
