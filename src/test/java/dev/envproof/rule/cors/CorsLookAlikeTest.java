package dev.envproof.rule.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.envproof.environment.SystemUnderTest;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Healthy policies that resemble a fault stay green. */
class CorsLookAlikeTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"declaredOtherwise", "answeredOtherwise"})
    void stays_green(String says, Map<String, String> overlay, UnaryOperator<CorsCall> answer) {
        SystemUnderTest system = CorsFindings.jobPlatform(overlay);
        CorsGateway gateway = new CorsGateway(system)
                .admitting((origin, declared) -> declared.stream()
                        .anyMatch(one -> origin.matches(one.replace(".", "\\.").replace("*", "[a-z0-9-]+"))))
                .mistaken(answer);

        CorsFindings findings = CorsFindings.of(system, gateway);

        assertThat(findings.verdicts()).isNotEmpty();
        assertThat(findings.broken()).isEmpty();
        assertThat(findings.inconclusive()).isEmpty();
    }

    static Stream<Arguments> declaredOtherwise() {
        return Stream.of(
                declared("a second domain that begins like the first", origins("https://jobs.example.net")),
                declared("a declared subdomain", origins("https://app.jobs.example")),
                declared("a declared port", origins("https://jobs.example:8443")),
                declared("a host with a dash", origins("https://job-board.example")),
                declared(
                        "a declared preview wildcard",
                        Map.of("staging.cors.origin-patterns", "[\"https://*.preview.jobs.example\"]")),
                declared(
                        "an admin page of both environments",
                        Map.of(
                                "production.cors.origins",
                                "[\"https://jobs.example\", \"https://admin.jobs.example\"]",
                                "staging.cors.origins",
                                "[\"https://staging.jobs.example\", \"https://admin.jobs.example\"]")),
                declared("a simple API", Map.of("production.cors.methods", "[GET]", "production.cors.headers", "[]")));
    }

    static Stream<Arguments> answeredOtherwise() {
        return Stream.of(
                arguments(
                        "a public path with a star",
                        Map.of("production.cors.public-paths", "[/api/job-enricher/health]"),
                        answer(call -> call.path().equals("/api/job-enricher/health")
                                        && call.isFor("production")
                                        && !call.isFor("staging")
                                ? call.with(List.of())
                                        .with("Access-Control-Allow-Origin", "*")
                                        .with("X-Environment-Used", "production")
                                : call)),
                arguments(
                        "a developer's network",
                        Map.of("development.cors.private-network", "true"),
                        answer(call -> call.isFor("development")
                                ? call.with("Access-Control-Allow-Private-Network", "true")
                                : call)),
                arguments(
                        "a list without the methods that browsers admit anyway",
                        Map.of(),
                        answer(call -> call.preflight()
                                ? call.without("Access-Control-Allow-Methods")
                                        .with("Access-Control-Allow-Methods", "PUT, DELETE")
                                : call)),
                arguments(
                        "answers that nobody stores",
                        Map.of(),
                        answer(call -> call.without("Vary").with("Cache-Control", "no-store, max-age=0"))));
    }

    private static Arguments declared(String says, Map<String, String> overlay) {
        return arguments(says, overlay, UnaryOperator.<CorsCall>identity());
    }

    private static UnaryOperator<CorsCall> answer(UnaryOperator<CorsCall> answer) {
        return answer;
    }

    private static Map<String, String> origins(String more) {
        return Map.of("production.cors.origins", "[\"https://jobs.example\", \"" + more + "\"]");
    }
}
