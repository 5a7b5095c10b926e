package dev.envproof.replica.embedded;

import dev.envproof.environment.Reach;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private final SystemUnderTest declared;
    private final Map<String, EdgeProxy> edges;
    private final Supplier<Shape> shape;
    private final FrontCertificates certificates;
    private final Map<Listener, InetSocketAddress> listening = new LinkedHashMap<>();
    private final ClosedPorts closed = new ClosedPorts();
    private final OldTlsDoor oldDoor = new OldTlsDoor();
    private Optional<Undertow> server = Optional.empty();

    /** @param shape asked once per request */
    PublicFront(SystemUnderTest declared, Map<String, EdgeProxy> edges, Supplier<Shape> shape) {
        this.declared = declared;
        this.edges = Map.copyOf(edges);
        this.shape = shape;
        this.certificates = new FrontCertificates(shape);
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
                .setIoThreads(8)
                .setWorkerThreads(8)
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
                    0, "127.0.0.1", ServerTls.choosing(certificates::of), exchange -> enter(exchange, listener));
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
            Listener.of(door)
                    .forEach(listener -> standIns.put(
                            listener.key(door), oldDoor.before(door, address(listener, door), listener.tls())));
            if (door.environment().name().equals(environment)) {
                urls.put(door.service(), door.url());
            }
        }
        return new Reach(urls, standIns, Optional.of(certificates.authority()));
    }

    private InetSocketAddress address(Listener listener, PublicDoor door) {
        return Optional.ofNullable(listening.get(listener))
                .orElseThrow(() -> new ReplicaException(
                        "the replica was started without a port for " + door.url() + "; start it anew"));
    }

    private void enter(HttpServerExchange exchange, Listener listener) throws Exception {
        Shape now = shape.get();
        Optional<PublicDoor> door = FrontDispatch.door(now, exchange, behind(now, listener));
        if (door.isEmpty()) {
            exchange.setStatusCode(MISDIRECTED).endExchange();
            return;
        }
        serve(now, exchange, door.get());
    }

    private void serve(Shape now, HttpServerExchange exchange, PublicDoor door) throws Exception {
        FrontHeaders.onto(now, door, exchange);
        Optional<Answer> own = FrontPages.answer(now, door, exchange.getRequestPath());
        EdgeProxy edge = edges.get(door.environment().edge());
        if (own.isPresent()) {
            FrontPages.send(own.get(), exchange);
        } else if (edge == null) {
            exchange.setStatusCode(MISDIRECTED).endExchange();
        } else {
            edge.serve(exchange, door.service());
        }
    }

    private static List<PublicDoor> behind(Shape now, Listener listener) {
        return PublicDoor.of(now.system()).stream()
                .filter(door -> Listener.of(door).anyMatch(listener::equals))
                .toList();
    }

    private void redirect(HttpServerExchange exchange, Listener listener) throws Exception {
        Shape now = shape.get();
        Optional<PublicDoor> door = FrontDispatch.plain(exchange, behind(now, listener));
        if (door.isEmpty()) {
            exchange.setStatusCode(MISDIRECTED).endExchange();
        } else if (FrontRedirect.isLeftOut(now, door.get())) {
            serve(now, exchange, door.get());
        } else {
            FrontRedirect.answer(now, door.get(), exchange);
        }
    }

    /** Opens what a fault opens. */
    void show(Shape now) {
        closed.show(now);
        oldDoor.show(now);
    }

    @Override
    public void close() {
        closed.close();
        oldDoor.close();
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
