package dev.envproof.rule.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Reply;
import dev.envproof.probe.routing.AnonymousProbe.Asked;
import dev.envproof.probe.routing.AnonymousProbe.Seen;
import dev.envproof.rule.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has no key is refused, beside somebody who has one. */
class AnonymousCallersTest {
    private static final Exchange NOTHING = new Exchange("GET /", List.of(), "curl");

    @Test
    void finds_a_service_that_answers_anybody() {
        assertThat(judged(status(200), status(200)))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.saw()).isEqualTo("/health answers status 200"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 302})
    void takes_a_refusal_or_a_way_to_a_sign_in_for_one(int status) {
        assertThat(judged(status(status), status(200))).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void takes_a_gate_that_answers_nobody_for_one_where_the_key_opens_it() {
        Reply none = new Reply.NoAnswer(Reply.Stage.CONNECT, "refused", NOTHING);
        assertThat(judged(none, status(200))).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void proves_nothing_where_the_key_opens_nothing() {
        assertThat(judged(status(401), status(401)))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.why()).contains("the key opens nothing there: status 401"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 500, 503})
    void does_not_take_a_failure_for_a_refusal(int status) {
        assertThat(judged(status(status), status(200))).isInstanceOf(Verdict.Inconclusive.class);
    }

    private static Verdict judged(Reply anonymous, Reply withKey) {
        SystemUnderTest system = Environments.load(Path.of("environments/event-api"), Map.of(), Map.of());
        return new AnonymousCallersAreRefused()
                .judge(
                        system,
                        system.environment("staging").orElseThrow(),
                        new Seen(List.of(new Asked("/health", anonymous, withKey))));
    }

    private static Reply status(int status) {
        return new Reply.Answer(status, List.of(), "", false, Duration.ZERO, NOTHING);
    }
}
