package dev.envproof.replica.embedded;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** In nginx's words: one location per route, and one per limited path, with what it hands on ({@link EdgeFaults}). */
final class NginxLocations {
    private final Shape shape;
    private final String edge;
    private final Map<String, URI> services;
    private final NginxGuard guard;
    private final NginxLimits limits;

    NginxLocations(Shape shape, String edge, Map<String, URI> services, NginxGuard guard, NginxLimits limits) {
        this.shape = shape;
        this.edge = edge;
        this.services = services;
        this.guard = guard;
        this.limits = limits;
    }

    String text() {
        String routes = shape.system().routes().stream()
                .map(route -> location("location " + route.path(), route, "", ""))
                .collect(Collectors.joining());
        String limited = limits.paths().stream()
                .map(path -> EdgeProxy.route(shape, path)
                        .map(route -> location(
                                "location = " + path,
                                route,
                                path.substring(route.path().length()),
                                limits.inLocation(path)))
                        .orElse(""))
                .collect(Collectors.joining());
        return routes + limited + limits.answers();
    }

    private String location(String head, Route route, String rest, String more) {
        String inside = "default_type application/json;\n" + guard.refusals() + more;
        return NginxConf.block(
                head,
                services.containsKey(route.service())
                        ? inside + "proxy_pass http://" + route.service() + "/" + rest + ";\n" + forwarded()
                                + routingHeader(route) + allowedOrigin()
                        : inside + NginxConf.error(502, "no address for " + route.service()));
    }

    private String forwarded() {
        boolean lost = shape.showsAt(edge, Fault.ROUTING_FORWARDED_HEADERS_LOST);
        return """
                proxy_http_version 1.1;
                proxy_set_header Connection "";
                proxy_set_header Host %s;
                proxy_set_header X-Real-IP %s;
                proxy_set_header X-Forwarded-For $remote_addr;
                proxy_set_header X-Forwarded-Proto $scheme;
                """.formatted(lost ? "$proxy_host" : "$http_host", lost ? "\"\"" : "$remote_addr");
    }

    /** Left alone, every line of the header is handed on as it came; its variable may hold the first one only. */
    private String routingHeader(Route route) {
        Optional<String> name = shape.system().routingHeader().map(RoutingHeader::name);
        boolean itself =
                EdgeFaults.isFirst(shape, route) && shape.showsAt(edge, LookAlike.ROUTING_NGINX_SETS_IT_FROM_ITSELF);
        return EdgeFaults.pinned(shape, edge)
                .or(() -> EdgeFaults.drops(shape, edge, route) ? Optional.of("\"\"") : Optional.empty())
                .or(() -> itself ? name.map(NginxGuard::variable) : Optional.empty())
                .flatMap(value -> name.map(it -> "proxy_set_header " + it + " " + value + ";\n"))
                .orElse("");
    }

    /** A healthy edge leaves CORS to the services, or replaces what they answer; a second line makes browsers refuse. */
    private String allowedOrigin() {
        String add = "add_header " + CorsAnswer.ALLOW_ORIGIN + " " + "$upstream_http_"
                + CorsAnswer.ALLOW_ORIGIN.toLowerCase(java.util.Locale.ROOT).replace('-', '_') + " always;\n";
        if (shape.shows(Fault.CORS_TWO_LAYERS_ANSWER)) {
            return add;
        }
        return shape.shows(LookAlike.CORS_EDGE_REPLACES)
                ? "proxy_hide_header " + CorsAnswer.ALLOW_ORIGIN + ";\n" + add
                : "";
    }
}
