package dev.envproof.replica.embedded;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells browsers which pages may call (Fetch Standard, CORS protocol). */
final class CorsAnswer {
    static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private CorsAnswer() {}

    /** A browser's preflight carries no routing header, so that every environment of the edge may admit the origin. */
    static Answer toPreflight(Shape shape, String edge, Request request) {
        Answer answer = network(Answer.empty(204).with("Vary", "Origin"), shape, edge, request);
        String origin = request.first("Origin").orElse("");
        return admitting(shape, edge, origin)
                .map(policy -> admitted(answer, shape, policy, origin)
                        .with("Access-Control-Allow-Methods", listed(policy.methods()))
                        .with("Access-Control-Allow-Headers", listed(headers(shape, policy)))
                        .with("Access-Control-Max-Age", "600"))
                .orElseGet(() -> shape.shows(Fault.CORS_STAR_ON_PRIVATE) ? answer.with(ALLOW_ORIGIN, "*") : answer);
    }

    /** The policy of an environment behind the edge that admits an origin. */
    static Optional<CorsPolicy> admitting(Shape shape, String edge, String origin) {
        return policies(shape, edge)
                .filter(policy -> CorsComparison.admits(shape, policy, origin))
                .findFirst();
    }

    /** The real request names its environment, and only that one's origins are admitted. */
    static Answer onto(Answer answer, Visit visit) {
        Optional<CorsPolicy> policy = visit.environment().cors();
        Optional<String> origin = visit.request().first("Origin");
        if (policy.isEmpty()) {
            return answer;
        }
        if (isPublic(policy.get(), visit) || visit.shape().shows(Fault.CORS_STAR_ON_PRIVATE)) {
            return answer.with(ALLOW_ORIGIN, "*");
        }
        Answer varying = varying(answer, visit.shape());
        return origin.filter(one -> admits(visit, policy.get(), one))
                .map(one -> admitted(varying, visit.shape(), policy.get(), one))
                .orElse(varying);
    }

    private static Stream<CorsPolicy> policies(Shape shape, String edge) {
        return shape.system().environments().stream()
                .filter(environment -> environment.edge().equals(edge))
                .map(Environment::cors)
                .flatMap(Optional::stream);
    }

    private static boolean admits(Visit visit, CorsPolicy policy, String origin) {
        return visit.shape().shows(Fault.CORS_REAL_REQUEST_LAX)
                || CorsComparison.admits(visit.shape(), policy, origin)
                || CorsComparison.admitsAsSibling(visit.shape(), visit.environment(), origin);
    }

    private static boolean isPublic(CorsPolicy policy, Visit visit) {
        return visit.shape().system().routes().stream()
                .filter(route -> route.service().equals(visit.service().name()))
                .map(Route::path)
                .anyMatch(path ->
                        policy.publicPaths().contains(path + visit.request().path()));
    }

    private static Answer varying(Answer answer, Shape shape) {
        if (shape.shows(Fault.CORS_VARY_MISSING)) {
            return answer;
        }
        return shape.shows(LookAlike.CORS_NOTHING_CACHED)
                ? answer.with("Cache-Control", "no-store")
                : answer.with("Vary", "Origin");
    }

    private static Answer admitted(Answer answer, Shape shape, CorsPolicy policy, String origin) {
        boolean credentials = policy.credentials() && !shape.shows(Fault.CORS_CREDENTIALS_REFUSED);
        String allowed = shape.shows(Fault.CORS_STAR_ON_PRIVATE) ? "*" : origin;
        Answer admitted = answer.with(ALLOW_ORIGIN, allowed);
        return credentials ? admitted.with("Access-Control-Allow-Credentials", "true") : admitted;
    }

    private static List<String> headers(Shape shape, CorsPolicy policy) {
        Optional<String> routing = shape.system().routingHeader().map(RoutingHeader::name);
        return policy.headers().stream()
                .filter(name -> !shape.shows(Fault.CORS_PREFLIGHT_TOO_SHORT)
                        || routing.filter(name::equals).isEmpty())
                .toList();
    }

    /** Pages of public sites may come in only where a policy says so (Private Network Access, a WICG draft). */
    private static Answer network(Answer answer, Shape shape, String edge, Request request) {
        boolean asked = request.first("Access-Control-Request-Private-Network").isPresent();
        boolean open = shape.shows(Fault.CORS_PRIVATE_NETWORK_OPEN)
                || policies(shape, edge).anyMatch(CorsPolicy::privateNetwork);
        return asked && open ? answer.with("Access-Control-Allow-Private-Network", "true") : answer;
    }

    private static String listed(Collection<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
