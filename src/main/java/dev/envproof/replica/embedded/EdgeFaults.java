package dev.envproof.replica.embedded;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.fault.Fault;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.Optional;

/** What a misconfigured edge does to a request before it hands it on. */
final class EdgeFaults {
    private EdgeFaults() {}

    static void commit(Shape shape, String edge, Route route, HeaderMap headers) {
        String name = shape.system().routingHeader().map(RoutingHeader::name).orElse("");
        if (drops(shape, edge, route)) {
            headers.remove(name);
        }
        pinned(shape, edge).ifPresent(value -> {
            headers.remove(name);
            headers.put(new HttpString(name), value);
        });
        if (shape.showsAt(edge, Fault.ROUTING_FORWARDED_HEADERS_LOST)) {
            headers.remove("X-Real-IP");
        }
    }

    /** Whether the routing header never arrives on a route. */
    static boolean drops(Shape shape, String edge, Route route) {
        return shape.showsAt(edge, Fault.ROUTING_HEADER_DROPPED)
                || (shape.shows(Fault.ROUTING_LOCAL_EDGE_DROPS_HEADER) && !shape.isShared(edge))
                || (shape.showsAt(edge, Fault.ROUTING_HEADER_DROPPED_AT_ONE_LOCATION) && isTheOne(shape, route))
                || (shape.showsAt(edge, Fault.ROUTING_NGINX_DROPS_HEADER) && isFirst(shape, route));
    }

    /** What the routing header is overwritten with. */
    static Optional<String> pinned(Shape shape, String edge) {
        return shape.showsAt(edge, Fault.ROUTING_HEADER_PINNED)
                ? Optional.of(
                        EnvironmentChoice.declaredDefault(shape.system(), edge).name())
                : Optional.empty();
    }

    /** The first location of the edge's configuration. */
    static boolean isFirst(Shape shape, Route route) {
        return shape.system().routes().stream().findFirst().equals(Optional.of(route));
    }

    private static boolean isTheOne(Shape shape, Route route) {
        return shape.system().services().stream()
                .filter(service -> !service.stores().isEmpty())
                .findFirst()
                .map(Service::name)
                .equals(Optional.of(route.service()));
    }
}
