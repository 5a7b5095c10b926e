package dev.envproof.rule.routing;

import static dev.envproof.rule.routing.Verdicts.assertBroken;
import static dev.envproof.rule.routing.Verdicts.assertHeld;
import static dev.envproof.rule.routing.Verdicts.assertInconclusive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Reply;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.rule.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a service without a store may answer to each value of the routing header. */
class StatelessServiceTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of());
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void the_same_answer_but_for_the_environments_name_holds() {
        assertHeld(judged(value -> ok("{\"environment\":\"" + value + "\",\"model\":\"large\"}")));
    }

    @Test
    void times_counters_and_request_ids_change_under_the_same_value_too() {
        assertHeld(judged(
                value -> ok("{\"environment\":\"%s\",\"at\":%d,\"meta\":{\"ids\":[\"r-%d\"]},\"model\":\"large\"}"
                        .formatted(value, System.nanoTime(), asked.incrementAndGet()))));
    }

    @Test
    void what_depends_on_the_value_shows_beside_what_changes_anyway() {
        Verdict verdict = judged(value -> ok("{\"environment\":\"%s\",\"n\":%d,\"model\":\"for-%s\"}"
                .formatted(value, asked.incrementAndGet(), value)));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.saw())
                                .contains("/model", "`staging`", "for-staging")
                                .doesNotContain("/n "));
    }

    @Test
    void a_field_that_only_one_value_gets_is_a_difference() {
        assertBroken(judged(value -> ok(value.equals("staging") ? "{\"debug\":true}" : "{}")));
    }

    @Test
    void a_text_that_depends_on_the_value_is_a_difference() {
        assertBroken(judged(value -> ok("model for " + value)));
    }

    @Test
    void a_failure_under_one_value_of_its_edge_is_a_difference() {
        assertBroken(judged(value -> value.equals("staging") ? answer(500, "{}") : ok("{}")));
    }

    @Test
    void a_value_of_another_edge_may_be_refused() {
        assertHeld(judged(value -> value.equals("development") ? answer(400, "{}") : ok("{}")));
    }

    @Test
    void failures_that_come_and_go_prove_nothing() {
        assertInconclusive(judged(value -> asked.incrementAndGet() % 3 == 0 ? answer(500, "{}") : ok("{}")));
    }

    @Test
    void a_service_that_is_not_there_proves_nothing() {
        assertInconclusive(judged(value -> answer(404, "{}")));
    }

    /** @param enricher what the service without a store answers to a value */
    private static Verdict judged(Function<String, Reply> enricher) {
        Target target = target("production");
        Lookout lookout = new Lookout(
                ask -> ask.address().getPath().contains("job-enricher")
                        ? enricher.apply(valueOf(ask))
                        : answer(404, ""),
                Redaction.of(List.of()),
                new Fingerprints(),
                List.of(target, target("staging"), target("development")),
                new Planted(List.of()),
                Duration.ofSeconds(20));
        return new StatelessServiceAnswersAlike()
                .judge(SYSTEM, target.environment(), new IdentityProbe().look(target, lookout));
    }

    private static Target target(String name) {
        return new Target(
                SYSTEM,
                SYSTEM.environment(name).orElseThrow(),
                Engine.REMOTE,
                URI.create("http://edge.example"),
                Map.of(),
                new Variables(Map.of("STAGING_ACCESS_KEY", "made-up")),
                Map.of(),
                Optional.empty());
    }

    private static String valueOf(Ask ask) {
        return ask.headers().stream()
                .filter(header -> header.name().equals("X-Environment"))
                .map(Ask.Header::value)
                .findFirst()
                .orElse("production");
    }

    private static Reply ok(String body) {
        return answer(200, body);
    }

    private static Reply answer(int status, String body) {
        return new Reply.Answer(
                status, List.of(), body, false, Duration.ZERO, new Exchange("GET /", List.of("" + status), ""));
    }
}
