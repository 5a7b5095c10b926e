package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Optional;

/** Where the plain port leads to. */
final class FrontRedirect {
    private FrontRedirect() {}

    /** Whether plain http serves what https does. */
    static boolean isLeftOut(Shape now, PublicDoor door) {
        return FrontFaults.inStaging(now, door, Fault.EDGE_HTTP_ANSWERS);
    }

    static void answer(Shape now, PublicDoor door, HttpServerExchange exchange) {
        String query = exchange.getQueryString().isEmpty() ? "" : "?" + exchange.getQueryString();
        exchange.setStatusCode(308);
        exchange.getResponseHeaders()
                .put(Headers.LOCATION, "https://" + host(now, door, exchange) + exchange.getRequestPath() + query);
        exchange.endExchange();
    }

    private static String host(Shape now, PublicDoor door, HttpServerExchange exchange) {
        if (FrontFaults.inStaging(now, door, Fault.EDGE_REDIRECT_TO_PRODUCTION)) {
            return PublicDoor.of(now.system()).stream()
                    .filter(other -> FrontFaults.isProduction(now, other))
                    .filter(other -> other.service().equals(door.service()))
                    .map(PublicDoor::host)
                    .findFirst()
                    .orElse(door.host());
        }
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Forwarded-Host"))
                .filter(claimed -> FrontFaults.inStaging(now, door, Fault.EDGE_FORWARDED_HOST_BELIEVED))
                .orElse(door.host());
    }
}
