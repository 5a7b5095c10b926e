package dev.envproof.replica.embedded;

import dev.envproof.environment.Reach;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.embedded.CertificateAuthority.ServerCertificate;
import dev.envproof.replica.embedded.CertificateAuthority.Validity;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/**
 * What stands before everything else where services have public addresses of their own: it ends TLS, chooses by host or
 * port, and hands on to the edge of the environment. Each declared port is a port of its own on the loopback address.
 */
final class PublicFront implements Component {
    private static final long LARGEST_BODY = 1 << 20;
    private static final int HTTP = 80;
    private static final int MISDIRECTED = 421;
    private static final int PERMANENT_REDIRECT = 308;
    private static final Duration VALID = Duration.ofDays(90);

    private final SystemUnderTest declared;
    private final Map<String, EdgeProxy> edges;
    private final Supplier<Shape> shape;
    private final CertificateAuthority root = CertificateAuthority.root("envproof replica root");
    private final CertificateAuthority issuer = root.intermediate("envproof replica issuer");
    private final Map<String, ServerCertificate> certificates = new ConcurrentHashMap<>();
    private final Map<Listener, InetSocketAddress> listening = new LinkedHashMap<>();
    private final ClosedPorts closed = new ClosedPorts();
    private Optional<Undertow> server = Optional.empty();

    /** @param shape asked once per request */
    PublicFront(SystemUnderTest declared, Map<String, EdgeProxy> edges, Supplier<Shape> shape) {
        this.declared = declared;
        this.edges = Map.copyOf(edges);
        this.shape = shape;
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
        closed.hold(declared);
        List<Listener> listeners = PublicDoor.of(declared).stream()
                .flatMap(Listener::of)
                .distinct()
                .toList();
        Undertow.Builder builder = Undertow.builder()
                .setIoThreads(2)
                .setWorkerThreads(4)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY)
                .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.NOT_REQUESTED);
        listeners.forEach(listener -> add(builder, listener));
        Undertow undertow = builder.build();
        try {
            undertow.start();
        } catch (RuntimeException refused) {
            throw new ReplicaException(
                    name() + " could not listen on 127.0.0.1 (" + refused.getMessage() + ")", refused);
        }
        server = Optional.of(undertow);
        for (int index = 0; index < listeners.size(); index++) { // Undertow keeps the order
            listening.put(listeners.get(index), (InetSocketAddress)
                    undertow.getListenerInfo().get(index).getAddress());
        }
    }

    private void add(Undertow.Builder builder, Listener listener) {
        if (listener.tls()) {
            builder.addHttpsListener(
                    0, "127.0.0.1", ServerTls.choosing(this::certificate), exchange -> enter(exchange, listener));
        } else if (listener.isRedirect()) {
            builder.addHttpListener(0, "127.0.0.1", exchange -> redirect(exchange, listener));
        } else {
            builder.addHttpListener(0, "127.0.0.1", exchange -> enter(exchange, listener));
        }
    }

    /** How the public addresses of an environment are reached, as the files now declare them. */
    Reach reach(SystemUnderTest system, String environment) {
        Map<String, URI> urls = new TreeMap<>();
        Map<String, InetSocketAddress> standIns = new TreeMap<>(closed.standIns());
        for (PublicDoor door : PublicDoor.of(system)) {
            Listener.of(door).forEach(listener -> standIns.put(listener.key(door), address(listener, door)));
            if (door.environment().name().equals(environment)) {
                urls.put(door.service(), door.url());
            }
        }
        return new Reach(urls, standIns, Optional.of(root.pem()));
    }

    private InetSocketAddress address(Listener listener, PublicDoor door) {
        return Optional.ofNullable(listening.get(listener))
                .orElseThrow(() -> new ReplicaException(
                        "the replica was started without a port for " + door.url() + "; start it anew"));
    }

    private Optional<ServerCertificate> certificate(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean isKnown = PublicDoor.of(shape.get().system()).stream()
                .anyMatch(door -> door.isTls() && door.host().equals(name));
        return isKnown
                ? Optional.of(certificates.computeIfAbsent(
                        name, it -> issuer.issue(List.of(it), Validity.of(Duration.ofDays(1), VALID))))
                : Optional.empty();
    }

    private void enter(HttpServerExchange exchange, Listener listener) throws Exception {
        Optional<PublicDoor> door = door(exchange, listener);
        Optional<EdgeProxy> edge = door.flatMap(
                it -> Optional.ofNullable(edges.get(it.environment().edge())));
        if (edge.isEmpty()) {
            exchange.setStatusCode(MISDIRECTED).endExchange();
            return;
        }
        edge.get().serve(exchange, door.orElseThrow().service());
    }

    /** A plain port that has one door needs no host to choose by, as a published port of a container. */
    private Optional<PublicDoor> door(HttpServerExchange exchange, Listener listener) {
        String host = exchange.getHostName() == null ? "" : exchange.getHostName();
        List<PublicDoor> behind = PublicDoor.of(shape.get().system()).stream()
                .filter(door -> Listener.of(door).anyMatch(listener::equals))
                .toList();
        return behind.size() == 1 && !behind.get(0).isTls()
                ? Optional.of(behind.get(0))
                : behind.stream()
                        .filter(door -> door.host().equalsIgnoreCase(host))
                        .findFirst();
    }

    private void redirect(HttpServerExchange exchange, Listener listener) {
        Optional<PublicDoor> door = door(exchange, listener);
        if (door.isEmpty()) {
            exchange.setStatusCode(MISDIRECTED).endExchange();
            return;
        }
        String query = exchange.getQueryString().isEmpty() ? "" : "?" + exchange.getQueryString();
        exchange.setStatusCode(PERMANENT_REDIRECT);
        exchange.getResponseHeaders()
                .put(Headers.LOCATION, "https://" + door.get().host() + exchange.getRequestPath() + query);
        exchange.endExchange();
    }

    /** Opens what a fault opens. */
    void show(Shape now) {
        closed.show(now);
    }

    @Override
    public void close() {
        closed.close();
        server.ifPresent(Undertow::stop);
    }

    /** A declared port, whether it speaks TLS, and whether it only redirects. */
    private record Listener(int port, boolean tls, boolean isRedirect) {
        static Stream<Listener> of(PublicDoor door) {
            Listener own = new Listener(door.port(), door.isTls(), false);
            return door.isRedirectedTo() ? Stream.of(own, new Listener(HTTP, false, true)) : Stream.of(own);
        }

        String key(PublicDoor door) {
            return Reach.key(door.host(), port);
        }
    }
}
