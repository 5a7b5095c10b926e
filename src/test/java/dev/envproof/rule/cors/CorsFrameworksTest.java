package dev.envproof.rule.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.envproof.environment.SystemUnderTest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults and healthy answers in the ways of real servers and frameworks, which the replica does not have. */
class CorsFrameworksTest {
    private static final SystemUnderTest SYSTEM =
            CorsFindings.jobPlatform(Map.of("production.cors.methods", "[GET, POST, PUT]"));
    private static final String ORIGIN = "Access-Control-Allow-Origin";
    private static final String HEADERS = "Access-Control-Request-Headers";
    private static final String METHOD = "Access-Control-Request-Method";

    @ParameterizedTest(name = "{0} breaks {1}")
    @MethodSource({"refusedOutright", "inOnePlace", "comparisons"})
    void one_rule_alone_breaks(String says, String rule, UnaryOperator<CorsCall> answer) {
        CorsFindings findings = CorsFindings.of(SYSTEM, new CorsGateway(SYSTEM).mistaken(answer));

        assertThat(findings.broken()).containsExactly("cors/" + rule);
    }

    /** Some frameworks list what they admit; others refuse a preflight that asks for more. */
    static Stream<Arguments> refusedOutright() {
        String rule = "preflight-admits-what-the-front-end-sends";
        return Stream.of(
                fault(
                        "Starlette without a header",
                        rule,
                        call -> call.asks(HEADERS, "x-environment") ? call.answering(400) : call),
                fault(
                        "Spring without a header",
                        rule,
                        call -> call.asks(HEADERS, "x-environment")
                                ? silent(call).answering(403)
                                : call),
                fault(
                        "rs/cors without a header",
                        rule,
                        call -> call.asks(HEADERS, "authorization")
                                ? silent(call).answering(204)
                                : call),
                fault(
                        "Spring without a method",
                        rule,
                        call -> call.asks(METHOD, "PUT") ? silent(call).answering(403) : call));
    }

    static Stream<Arguments> inOnePlace() {
        return Stream.of(
                fault(
                        "one service with a template's port",
                        "localhost-is-refused",
                        call -> call.path().contains("resume-parser")
                                        && call.isFor("production")
                                        && call.origin().equals("http://localhost:3000")
                                ? call.admitted()
                                : call),
                fault(
                        "one service with an open port",
                        "other-port-is-refused",
                        call -> call.path().contains("resume-parser")
                                        && call.origin().equals("https://www.jobs.example:3000")
                                ? call.admitted()
                                : call),
                fault(
                        "null where data is",
                        "null-origin-is-refused",
                        call -> call.path().endsWith("/identity")
                                        && call.origin().equals("null")
                                ? call.admitted()
                                : call),
                fault(
                        "a preflight for POST alone",
                        "foreign-origin-is-refused",
                        call -> call.asks(METHOD, "POST") ? call.admitted() : call),
                fault(
                        "an error page that echoes",
                        "foreign-origin-is-refused",
                        call -> isUnknown(call)
                                ? call.admitted()
                                        .with("Access-Control-Allow-Credentials", "true")
                                        .answering(404)
                                : call));
    }

    static Stream<Arguments> comparisons() {
        return Stream.of(
                fault(
                        "letters before the domain",
                        "undeclared-subdomain-is-refused",
                        call -> !call.isFor("development")
                                        && call.origin().matches("https://([a-z]+\\.)?jobs\\.example")
                                ? call.admitted()
                                : call),
                fault(
                        "one label beside staging's",
                        "undeclared-subdomain-is-refused",
                        call -> call.isFor("staging")
                                        && !call.preflight()
                                        && call.origin().matches("https://[a-z0-9-]+\\.jobs\\.example")
                                ? call.admitted()
                                : call));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("healthy")
    void stays_green(String says, Map<String, String> overlay, UnaryOperator<CorsCall> answer) {
        SystemUnderTest system = CorsFindings.jobPlatform(overlay);

        CorsFindings findings = CorsFindings.of(system, new CorsGateway(system).mistaken(answer));

        assertThat(findings.broken()).isEmpty();
        assertThat(findings.inconclusive()).isEmpty();
    }

    static Stream<Arguments> healthy() {
        return Stream.of(
                green(
                        "Express, whose documented policy throws",
                        call -> call.preflight() || call.declared().contains(call.origin())
                                ? call
                                : silent(call).answering(500)),
                green(
                        "Spring, which forbids",
                        call -> call.declared().contains(call.origin())
                                ? call
                                : silent(call).answering(403)),
                green(
                        "nginx, which adds headers to good answers only",
                        call -> isUnknown(call) ? silent(call).answering(404) : call),
                arguments(
                        "the only origin, whoever asks, and no Vary",
                        Map.of("production.cors.origins", "[\"https://jobs.example\"]"),
                        answer(call -> call.isFor("production") && !call.preflight()
                                ? call.without("Vary").without(ORIGIN).with(ORIGIN, "https://jobs.example")
                                : call)));
    }

    @Test
    void a_throttled_edge_is_no_verdict_about_origins() {
        CorsFindings findings = CorsFindings.of(
                SYSTEM,
                new CorsGateway(SYSTEM)
                        .mistaken(call -> call.preflight() ? call : silent(call).answering(429)));

        assertThat(findings.broken()).isEmpty();
        assertThat(findings.inconclusive())
                .contains("cors/foreign-origin-is-refused", "cors/declared-origin-is-admitted");
    }

    @Test
    void an_edge_that_throttles_foreign_pages_alone_has_not_refused_them() {
        CorsFindings findings = CorsFindings.of(
                SYSTEM,
                new CorsGateway(SYSTEM)
                        .mistaken(call -> call.declared().contains(call.origin())
                                ? call
                                : silent(call).answering(429)));

        assertThat(findings.broken()).isEmpty();
        assertThat(findings.inconclusive()).contains("cors/foreign-origin-is-refused", "cors/null-origin-is-refused");
    }

    private static boolean isUnknown(CorsCall call) {
        return !call.path().endsWith("/health") && !call.path().endsWith("/identity");
    }

    /** What does not come from the service behind has none of its headers. */
    private static CorsCall silent(CorsCall call) {
        return call.with(List.of());
    }

    private static Arguments fault(String says, String rule, UnaryOperator<CorsCall> answer) {
        return arguments(says, rule, answer);
    }

    private static Arguments green(String says, UnaryOperator<CorsCall> answer) {
        return arguments(says, Map.of(), answer);
    }

    private static UnaryOperator<CorsCall> answer(UnaryOperator<CorsCall> answer) {
        return answer;
    }
}
