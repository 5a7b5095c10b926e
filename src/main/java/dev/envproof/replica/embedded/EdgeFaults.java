package dev.envproof.replica.embedded;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.fault.Fault;
import io.undertow.util.HeaderMap;
import java.util.Optional;

/** What a misconfigured edge does to a request before it hands it on. */
final class EdgeFaults {
    private EdgeFaults() {}

    static void commit(Shape shape, String edge, Route route, HeaderMap headers) {
        String name = shape.system().routingHeader().map(RoutingHeader::name).orElse("");
        boolean drops = shape.showsAt(edge, Fault.ROUTING_HEADER_DROPPED)
                || (shape.shows(Fault.ROUTING_LOCAL_EDGE_DROPS_HEADER) && !shape.isShared(edge))
                || (shape.showsAt(edge, Fault.ROUTING_HEADER_DROPPED_AT_ONE_LOCATION) && isTheOne(shape, route));
        if (drops) {
            headers.remove(name);
        }
        if (shape.showsAt(edge, Fault.ROUTING_HEADER_PINNED)) {
            String pinned =
                    EnvironmentChoice.declaredDefault(shape.system(), edge).name();
            headers.remove(name);
            headers.put(new io.undertow.util.HttpString(name), pinned);
        }
        if (shape.showsAt(edge, Fault.ROUTING_FORWARDED_HEADERS_LOST)) {
            headers.remove("X-Real-IP");
        }
    }

    private static boolean isTheOne(Shape shape, Route route) {
        return shape.system().services().stream()
                .filter(service -> !service.stores().isEmpty())
                .findFirst()
                .map(Service::name)
                .equals(Optional.of(route.service()));
    }
}
