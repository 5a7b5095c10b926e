package dev.envproof.replica.embedded;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest.Route;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tells browsers which pages may call (Fetch Standard, CORS protocol). */
final class CorsAnswer {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private CorsAnswer() {}

    /** A browser's preflight carries no routing header, so that every environment of the edge may admit the origin. */
    static Answer toPreflight(Shape shape, String edge, Request request) {
        Answer answer = Answer.empty(204).with("Vary", "Origin");
        String origin = request.first("Origin").orElse("");
        Optional<CorsPolicy> admitting = policies(shape, edge).stream()
                .filter(policy -> admits(policy, origin))
                .findFirst();
        return admitting
                .map(policy -> admitted(answer, policy, origin)
                        .with("Access-Control-Allow-Methods", listed(policy.methods()))
                        .with("Access-Control-Allow-Headers", listed(policy.headers()))
                        .with("Access-Control-Max-Age", "600"))
                .orElse(answer);
    }

    /** The real request names its environment, and only that one's origins are admitted. */
    static Answer onto(Answer answer, Visit visit) {
        Optional<CorsPolicy> policy = visit.environment().cors();
        if (policy.isEmpty()) {
            return answer;
        }
        if (isPublic(policy.get(), visit)) {
            return answer.with(ALLOW_ORIGIN, "*");
        }
        Answer varying = answer.with("Vary", "Origin");
        return visit.request()
                .first("Origin")
                .filter(origin -> admits(policy.get(), origin))
                .map(origin -> admitted(varying, policy.get(), origin))
                .orElse(varying);
    }

    private static List<CorsPolicy> policies(Shape shape, String edge) {
        return shape.system().environments().stream()
                .filter(environment -> environment.edge().equals(edge))
                .map(Environment::cors)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean admits(CorsPolicy policy, String origin) {
        return policy.origins().contains(origin)
                || policy.originPatterns().stream().anyMatch(pattern -> matches(pattern, origin));
    }

    /** A star stands for one label of a host name. */
    private static boolean matches(String pattern, String origin) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E[a-z0-9-]+\\Q"), origin);
    }

    private static boolean isPublic(CorsPolicy policy, Visit visit) {
        return visit.shape().system().routes().stream()
                .filter(route -> route.service().equals(visit.service().name()))
                .map(Route::path)
                .anyMatch(path ->
                        policy.publicPaths().contains(path + visit.request().path()));
    }

    private static Answer admitted(Answer answer, CorsPolicy policy, String origin) {
        Answer admitted = answer.with(ALLOW_ORIGIN, origin);
        return policy.credentials() ? admitted.with("Access-Control-Allow-Credentials", "true") : admitted;
    }

    private static String listed(java.util.Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
