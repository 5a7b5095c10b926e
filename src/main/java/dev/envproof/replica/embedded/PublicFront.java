package dev.envproof.replica.embedded;

import dev.envproof.environment.Reach;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.embedded.CertificateAuthority.ServerCertificate;
import dev.envproof.replica.embedded.CertificateAuthority.Validity;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/**
 * What stands before everything else where services have public addresses of their own: it ends TLS, chooses by host or
 * port, and hands on to the edge of the environment. Each declared port is a port of its own on the loopback address.
 */
final class PublicFront implements Component {
    private static final long LARGEST_BODY = 1 << 20;
    private static final Duration VALID = Duration.ofDays(90);

    private final Map<String, EdgeProxy> edges;
    private final List<PublicDoor> doors;
    private final CertificateAuthority root = CertificateAuthority.root("envproof replica root");
    private final CertificateAuthority issuer = root.intermediate("envproof replica issuer");
    private final Map<String, ServerCertificate> certificates = new LinkedHashMap<>();
    private final Map<String, InetSocketAddress> standIns = new LinkedHashMap<>();
    private Optional<Undertow> server = Optional.empty();

    PublicFront(SystemUnderTest system, Map<String, EdgeProxy> edges) {
        this.edges = Map.copyOf(edges);
        this.doors = PublicDoor.of(system);
    }

    /** Whether a system has any public address. */
    static boolean isNeeded(SystemUnderTest system) {
        return !PublicDoor.of(system).isEmpty();
    }

    @Override
    public String name() {
        return "public front";
    }

    @Override
    public void start() {
        doors.stream()
                .filter(PublicDoor::isTls)
                .forEach(door -> certificates.computeIfAbsent(
                        door.host(), host -> issuer.issue(List.of(host), Validity.of(Duration.ofDays(1), VALID))));
        Map<Listener, List<PublicDoor>> listeners = listeners();
        Undertow.Builder builder = Undertow.builder()
                .setIoThreads(2)
                .setWorkerThreads(4)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY)
                .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.NOT_REQUESTED);
        listeners.forEach((listener, behind) -> add(builder, listener, behind));
        Undertow undertow = builder.build();
        try {
            undertow.start();
        } catch (RuntimeException refused) {
            throw new ReplicaException(
                    name() + " could not listen on 127.0.0.1 (" + refused.getMessage() + ")", refused);
        }
        server = Optional.of(undertow);
        remember(undertow, listeners);
    }

    private void add(Undertow.Builder builder, Listener listener, List<PublicDoor> behind) {
        HttpHandler handler =
                listener.isRedirect() ? exchange -> redirect(exchange, behind) : exchange -> enter(exchange, behind);
        if (listener.tls()) {
            builder.addHttpsListener(0, "127.0.0.1", ServerTls.choosing(this::certificate), handler);
        } else {
            builder.addHttpListener(0, "127.0.0.1", handler);
        }
    }

    /** The order of the listeners is that of Undertow's own list. */
    private void remember(Undertow undertow, Map<Listener, List<PublicDoor>> listeners) {
        int index = 0;
        for (Map.Entry<Listener, List<PublicDoor>> listener : listeners.entrySet()) {
            InetSocketAddress address =
                    (InetSocketAddress) undertow.getListenerInfo().get(index++).getAddress();
            listener.getValue()
                    .forEach(door ->
                            standIns.put(listener.getKey().isRedirect() ? door.plainKey() : door.key(), address));
        }
    }

    private static List<PublicDoor> joined(List<PublicDoor> some, List<PublicDoor> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Map<Listener, List<PublicDoor>> listeners() {
        Map<Listener, List<PublicDoor>> listeners = new TreeMap<>(Listener.ORDER);
        for (PublicDoor door : doors) {
            listeners.merge(new Listener(door.port(), door.isTls(), false), List.of(door), PublicFront::joined);
            if (door.isRedirectedTo()) {
                listeners.merge(new Listener(80, false, true), List.of(door), PublicFront::joined);
            }
        }
        return listeners;
    }

    /** How the public addresses of an environment are reached. */
    Reach reach(String environment) {
        Map<String, URI> urls = new TreeMap<>();
        Map<String, InetSocketAddress> all = new TreeMap<>(standIns);
        doors.stream()
                .filter(door -> door.environment().name().equals(environment))
                .forEach(door -> urls.put(door.service(), door.url()));
        return new Reach(urls, all, Optional.of(root.pem()));
    }

    private Optional<ServerCertificate> certificate(String host) {
        return Optional.ofNullable(certificates.get(host.toLowerCase(Locale.ROOT)));
    }

    private void enter(HttpServerExchange exchange, List<PublicDoor> behind) throws Exception {
        Optional<PublicDoor> door = door(exchange, behind);
        if (door.isEmpty()) {
            exchange.setStatusCode(421).endExchange();
            return;
        }
        EdgeProxy edge = edges.get(door.get().environment().edge());
        if (edge == null) {
            exchange.setStatusCode(502).endExchange();
            return;
        }
        edge.serve(exchange, door.get().service());
    }

    /** A port that has one door needs no host to choose by, as a published port of a container. */
    private static Optional<PublicDoor> door(HttpServerExchange exchange, List<PublicDoor> behind) {
        String host = exchange.getHostName() == null ? "" : exchange.getHostName();
        return behind.size() == 1 && !behind.get(0).isTls()
                ? Optional.of(behind.get(0))
                : behind.stream()
                        .filter(door -> door.host().equalsIgnoreCase(host))
                        .findFirst();
    }

    private static void redirect(HttpServerExchange exchange, List<PublicDoor> behind) {
        Optional<PublicDoor> door = door(exchange, behind);
        if (door.isEmpty()) {
            exchange.setStatusCode(404).endExchange();
            return;
        }
        String query = exchange.getQueryString().isEmpty() ? "" : "?" + exchange.getQueryString();
        exchange.setStatusCode(308);
        exchange.getResponseHeaders()
                .put(Headers.LOCATION, "https://" + door.get().host() + exchange.getRequestPath() + query);
        exchange.endExchange();
    }

    /** A declared port, whether it speaks TLS, and whether it only redirects. */
    private record Listener(int port, boolean tls, boolean isRedirect) {
        static final Comparator<Listener> ORDER = Comparator.comparingInt(Listener::port)
                .thenComparing(Listener::tls)
                .thenComparing(Listener::isRedirect);
    }

    @Override
    public void close() {
        server.ifPresent(Undertow::stop);
    }
}
