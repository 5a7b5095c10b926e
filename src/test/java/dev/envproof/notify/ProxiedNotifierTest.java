package dev.envproof.notify;

import static dev.envproof.notify.SampleRun.BROKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.history.Past;
import dev.envproof.report.Delivery;
import dev.envproof.report.Delivery.Result;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Channels;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that leave a closed network. */
class ProxiedNotifierTest {
    private static final Channels SLACK = new Channels(Optional.of("SLACK_URL"), Optional.empty());
    private static final Redaction NOTHING = Redaction.of(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {"socks5://h1dden:pa55word@way:9", "way:99999", "http://h1dden:pa55 word@way", "https://way:9"})
    void a_proxy_that_cannot_be_taken_fails_the_delivery_and_is_told_by_its_variable(String proxy) throws IOException {
        try (Receiver receiver = new Receiver(200)) {
            SampleRun run = SampleRun.of(BROKEN);
            assertThat(new Notifier(SLACK, Map.of("SLACK_URL", receiver.address(), "http_proxy", proxy), NOTHING)
                            .tell(run.outcome(), Past.EMPTY, run.now()))
                    .singleElement()
                    .satisfies(delivery -> {
                        assertThat(delivery.result()).isEqualTo(Result.FAILED);
                        assertThat(delivery.says())
                                .startsWith("no answer: CONNECT: http_proxy: ")
                                .doesNotContain("h1dden", "pa55", "99999", "way");
                    });
            assertThat(receiver.bodies()).isEmpty();
        }
    }

    @Test
    void a_proxys_credentials_are_sent_to_it_and_stand_in_no_message() throws IOException {
        String base64 = "cHJveHktdXNlcjpzM2NyZXQgd2F5";
        Verdict leaks = Verdict.broken("nothing", "s3cret%20way, s3cret way, proxy-user:s3cret way, " + base64);
        try (Receiver proxy = new Receiver(200)) {
            SampleRun run = SampleRun.of(leaks);
            String address = URI.create(proxy.address()).getAuthority();
            Map<String, String> variables = Map.of(
                    "SLACK_URL", "http://hooks.invalid/x", "http_proxy", "http://proxy-user:s3cret%20way@" + address);
            assertThat(new Notifier(SLACK, variables, NOTHING).tell(run.outcome(), Past.EMPTY, run.now()))
                    .extracting(Delivery::result)
                    .containsExactly(Result.SENT);
            assertThat(proxy.credentials()).containsExactly("Basic " + base64);
            assertThat(proxy.bodies()).singleElement().asString().doesNotContain("s3cret", base64);
        }
    }

    @Test
    void a_proxy_that_wants_credentials_is_told_as_such() throws IOException {
        try (Receiver proxy = new Receiver(407)) {
            SampleRun run = SampleRun.of(BROKEN);
            String address = URI.create(proxy.address()).getAuthority();
            assertThat(new Notifier(
                                    SLACK,
                                    Map.of("SLACK_URL", "http://hooks.invalid/x", "http_proxy", address),
                                    NOTHING)
                            .tell(run.outcome(), Past.EMPTY, run.now()))
                    .extracting(Delivery::says)
                    .containsExactly("answered with the status 407; the proxy wants other credentials");
        }
    }
}
