package dev.envproof.rule.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.envproof.environment.SystemUnderTest;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of getting CORS wrong turns one rule red, and only that one. */
class CorsFaultTest {
    private static final SystemUnderTest SYSTEM =
            CorsFindings.jobPlatform(Map.of("production.cors.methods", "[GET, POST, PUT]"));

    @Test
    void a_gateway_that_does_what_is_declared_breaks_nothing_and_leaves_nothing_open() {
        CorsFindings findings = CorsFindings.of(SYSTEM, new CorsGateway(SYSTEM));

        assertThat(findings.verdicts()).isNotEmpty();
        assertThat(findings.broken()).isEmpty();
        assertThat(findings.inconclusive()).isEmpty();
    }

    @ParameterizedTest(name = "{0} breaks {1}")
    @MethodSource({"comparisons", "mistakes"})
    void a_fault_has_one_finding(CorsGateway gateway, String rule) {
        CorsFindings findings = CorsFindings.of(SYSTEM, gateway);

        assertThat(findings.broken()).containsExactly("cors/" + rule);
    }

    static Stream<Arguments> comparisons() {
        return Stream.of(
                comparison("any origin", (origin, declared) -> true, "foreign-origin-is-refused"),
                comparison(
                        "localhost too",
                        (origin, declared) -> declared.contains(origin) || origin.equals("http://localhost:5173"),
                        "localhost-is-refused"),
                comparison("a prefix", any(String::startsWith), "lookalike-prefix-is-refused"),
                comparison(
                        "a contained host",
                        any((origin, one) -> origin.contains(host(one))),
                        "lookalike-prefix-is-refused"),
                comparison(
                        "a suffix",
                        any((origin, one) -> origin.endsWith(authority(one))),
                        "lookalike-suffix-is-refused"),
                comparison(
                        "a word boundary",
                        any((origin, one) -> Pattern.compile("\\b" + Pattern.quote(authority(one)) + "$")
                                .matcher(origin)
                                .find()),
                        "lookalike-suffix-is-refused"),
                comparison(
                        "any subdomain",
                        any((origin, one) -> origin.equals(one) || origin.endsWith("." + host(one))),
                        "undeclared-subdomain-is-refused"),
                comparison(
                        "the host alone",
                        any((origin, one) -> host(origin).equals(host(one))),
                        "other-port-is-refused"),
                comparison(
                        "scheme and host",
                        any((origin, one) -> origin.replaceFirst(":\\d+$", "").equals(one.replaceFirst(":\\d+$", ""))),
                        "other-port-is-refused"),
                comparison(
                        "host and port",
                        any((origin, one) ->
                                origin.replaceFirst("^https?", "").equals(one.replaceFirst("^https?", ""))),
                        "other-scheme-is-refused"),
                comparison(
                        "what is before an odd character",
                        any((origin, one) -> origin.split("[^\\w:/.-]", 2)[0].equals(one)),
                        "odd-characters-are-refused"),
                comparison(
                        "letters, digits, dots and dashes",
                        any((origin, one) -> origin.equals(one)
                                || origin.replaceFirst("(://[a-z0-9.-]*).*", "$1")
                                        .equals(one)),
                        "odd-characters-are-refused"),
                comparison(
                        "an expression with bare dots",
                        any((origin, one) -> origin.matches(one)),
                        "dots-are-compared-as-dots"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "null",
                        call -> call.origin().equals("null") ? call.admitted() : call,
                        "null-origin-is-refused"),
                mistake(
                        "a star",
                        call -> call.without("Access-Control-Allow-Origin").with("Access-Control-Allow-Origin", "*"),
                        "private-endpoint-is-not-open-to-all"),
                mistake(
                        "one list for both",
                        call -> call.isFor("production") && call.origin().equals("https://staging.jobs.example")
                                ? call.admitted()
                                : call,
                        "sibling-origin-is-refused"),
                mistake(
                        "a slash in the list",
                        call -> call.origin().equals("https://jobs.example")
                                ? call.without("Access-Control-Allow-Origin")
                                : call,
                        "declared-origin-is-admitted"),
                mistake(
                        "a short list of headers",
                        call -> call.without("Access-Control-Allow-Headers")
                                .with("Access-Control-Allow-Headers", "Authorization, Content-Type"),
                        "preflight-admits-what-the-front-end-sends"),
                mistake(
                        "a short list of methods",
                        call -> call.without("Access-Control-Allow-Methods")
                                .with("Access-Control-Allow-Methods", "GET"),
                        "preflight-admits-what-the-front-end-sends"),
                mistake(
                        "two layers",
                        call -> call.declared().contains(call.origin())
                                ? call.with("Access-Control-Allow-Origin", call.origin())
                                        .with("Access-Control-Allow-Credentials", "true")
                                : call,
                        "one-allow-origin-answers"),
                mistake(
                        "the private network",
                        call -> call.with("Access-Control-Allow-Private-Network", "true"),
                        "private-network-stays-closed"),
                mistake(
                        "a lax real request",
                        call -> call.preflight()
                                ? call
                                : call.admitted()
                                        .without("Access-Control-Allow-Credentials")
                                        .with("Access-Control-Allow-Credentials", "true"),
                        "real-request-agrees-with-preflight"),
                mistake("no Vary", call -> call.without("Vary"), "answer-varies-by-origin"),
                mistake(
                        "no credentials",
                        call -> call.without("Access-Control-Allow-Credentials"),
                        "credentials-are-as-declared"),
                mistake(
                        "one lax path",
                        call -> call.path().equals("/api/resume-parser/identity") ? call.admitted() : call,
                        "foreign-origin-is-refused"));
    }

    private static Arguments comparison(String says, BiPredicate<String, List<String>> admits, String rule) {
        return arguments(named(says, new CorsGateway(SYSTEM).admitting(admits)), rule);
    }

    private static Arguments mistake(String says, UnaryOperator<CorsCall> mistake, String rule) {
        return arguments(named(says, new CorsGateway(SYSTEM).mistaken(mistake)), rule);
    }

    private static BiPredicate<String, List<String>> any(BiPredicate<String, String> comparison) {
        return (origin, declared) -> declared.stream().anyMatch(one -> comparison.test(origin, one));
    }

    private static String host(String origin) {
        return authority(origin).replaceFirst(":\\d+$", "");
    }

    private static String authority(String origin) {
        return origin.replaceFirst("^[a-z-]*://", "");
    }
}
