package dev.envproof.replica.embedded;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The nginx.conf that an edge would have: one location per declared route. No nginx runs it; it is there to be read, as
 * a deployment's own is.
 *
 * @param edge name of the edge
 * @param address where it listens
 * @param services base addresses of the services behind it
 */
record NginxConf(String edge, URI address, Map<String, URI> services) {
    NginxConf {
        services = Map.copyOf(services);
    }

    /** The file's text; the first location is the one that a fault or a look-alike changes. */
    String text(Shape shape) {
        List<String> locations = new ArrayList<>();
        String line = headerLine(shape, true);
        for (Route route : shape.system().routes()) {
            URI upstream = services.get(route.service());
            if (upstream != null) {
                locations.add(location(route, upstream, line));
                line = headerLine(shape, false);
            }
        }
        return """
                events {
                }
                http {
                    server {
                        listen %s;
                %s    }
                }
                """.formatted(address.getAuthority(), String.join("", locations));
    }

    private String headerLine(Shape shape, boolean isFirst) {
        if (isFirst && shape.showsAt(edge, LookAlike.ROUTING_NGINX_PASSES_BY_DEFAULT)) {
            return "";
        }
        boolean drops = isFirst && shape.showsAt(edge, Fault.ROUTING_NGINX_DROPS_HEADER);
        return shape.system()
                .routingHeader()
                .map(RoutingHeader::name)
                .map(name -> "proxy_set_header " + name + " " + (drops ? "\"\"" : variable(name)) + ";")
                .orElse("");
    }

    /** The variable that holds a client's header (nginx documentation, {@code $http_name}). */
    private static String variable(String header) {
        return "$http_" + header.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static String location(Route route, URI upstream, String headerLine) {
        return """
                        location %s {
                            proxy_pass http://%s/;
                            proxy_http_version 1.1;
                            proxy_set_header Host $host;
                            proxy_set_header X-Real-IP $remote_addr;
                            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                            proxy_set_header X-Forwarded-Proto $scheme;
                            %s
                        }
                """.formatted(route.path(), upstream.getAuthority(), headerLine);
    }
}
