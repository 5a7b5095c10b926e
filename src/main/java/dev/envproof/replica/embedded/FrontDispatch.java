package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSession;

/** Chooses whose door a request goes through: by its Host, or by the port where that has one door alone. */
final class FrontDispatch {
    private FrontDispatch() {}

    /** Whose door a request for plain http goes through, which only redirects. */
    static Optional<PublicDoor> plain(HttpServerExchange exchange, List<PublicDoor> behind) {
        String host = host(exchange);
        return behind.stream()
                .filter(door -> door.host().equalsIgnoreCase(host))
                .findFirst();
    }

    static Optional<PublicDoor> door(Shape now, HttpServerExchange exchange, List<PublicDoor> behind) {
        String host = now.shows(Fault.ROUTING_SIBLING_HOST_ANSWERED)
                ? handshakeName(exchange).orElseGet(() -> host(exchange))
                : host(exchange);
        Optional<PublicDoor> declared = behind.size() == 1 && !behind.get(0).isTls()
                ? Optional.of(behind.get(0))
                : behind.stream()
                        .filter(door -> door.host().equalsIgnoreCase(host))
                        .findFirst();
        return declared.isPresent()
                ? declared.map(door -> misled(now, door))
                : behind.stream()
                        .filter(door -> now.shows(Fault.ROUTING_UNKNOWN_HOST_SERVED))
                        .filter(door -> FrontFaults.isProduction(now, door) && FrontFaults.isApi(now, door))
                        .findFirst();
    }

    private static PublicDoor misled(Shape now, PublicDoor door) {
        boolean isStagingsApi = FrontFaults.isStagingsApi(now, door);
        boolean toProduction = isStagingsApi && now.shows(Fault.ROUTING_HOST_LEADS_TO_PRODUCTION)
                || isStagingsApi && now.shows(Fault.ROUTING_PORT_LEADS_TO_PRODUCTION)
                || isStagingsApi && now.shows(Fault.ROUTING_HOSTS_SWAPPED)
                || FrontFaults.inStaging(now, door, Fault.ROUTING_HOST_SHADOWED);
        if (toProduction) {
            return of(now, door, true);
        }
        boolean isProductionsApi = FrontFaults.isProduction(now, door) && FrontFaults.isApi(now, door);
        return isProductionsApi && now.shows(Fault.ROUTING_HOSTS_SWAPPED) ? of(now, door, false) : door;
    }

    /** The door of the same service in production, or in staging. */
    private static PublicDoor of(Shape now, PublicDoor door, boolean isProduction) {
        return PublicDoor.of(now.system()).stream()
                .filter(other -> other.service().equals(door.service()))
                .filter(other -> isProduction ? FrontFaults.isProduction(now, other) : FrontFaults.isStaging(other))
                .findFirst()
                .orElse(door);
    }

    private static String host(HttpServerExchange exchange) {
        String host = exchange.getHostName();
        return host == null ? "" : host.replaceFirst("\\.$", "");
    }

    private static Optional<String> handshakeName(HttpServerExchange exchange) {
        SSLSession session = exchange.getConnection().getSslSession();
        return session instanceof ExtendedSSLSession extended
                ? extended.getRequestedServerNames().stream()
                        .filter(SNIHostName.class::isInstance)
                        .map(name -> ((SNIHostName) name).getAsciiName().toLowerCase(Locale.ROOT))
                        .findFirst()
                : Optional.empty();
    }
}
