package dev.envproof.rule.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply.Answer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockMarkerTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "X-Mock, true",
        "X-Mocked-Response, yes",
        "x-mock-server, payments",
        "Matched-Stub-Id, 5d2c0e1a",
        "Server, WireMock 3",
        "Via, 1.1 mockserver"
    })
    void a_header_can_say_mock(String name, String value) {
        assertThat(MockMarker.in(Replies.answer(200, "{}", new Header(name, value))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mock\":true}",
                "{\"result\":{\"is_mock\": true}}",
                "{\"useMocks\":\"yes\"}",
                "{\"mocked\":1}",
                "{\"source\":\"mock\"}",
                "{\"provider\":\"openai-mock\"}",
                "{\"mock\":\"notification-mock\"}",
                "{\"_mock\": true}",
                "{\"mock_response\": true}",
                "{\"stubbed\":true}",
                "{\"simulated\": true}"
            })
    void a_body_can_say_mock(String body) {
        assertThat(MockMarker.in(Replies.answer(200, body))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mock\":false}",
                "{\"mock\":\"off\"}",
                "{\"mock\":0}",
                "{\"mocks\":\"disabled\"}",
                "{\"mocks\":\"forbidden\"}",
                "{\"mock\":\"null\"}",
                "{\"mock\":\"\"}",
                "{\"mock\":null}",
                "{\"skills\":[\"mock interviews\"]}",
                "{\"provider\":\"mockingbird inc\"}",
                "{\"text\":\"a mock trial\"}"
            })
    void the_word_alone_is_no_mark(String body) {
        assertThat(MockMarker.in(
                        Replies.answer(200, body, new Header("X-Mock", "false"), new Header("Server", "nginx"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock ", "mock", "\"source\":\"", "\"mock\":", " ", "-"})
    void reads_the_largest_body_in_bounded_time(String part) {
        Answer answer = Replies.answer(200, "{\"source\":\"" + part.repeat((1 << 20) / part.length()));

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MockMarker.in(answer)))
                .isNotNull();
    }
}
