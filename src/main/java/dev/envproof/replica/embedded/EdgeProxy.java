package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RateLimit;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import dev.envproof.replica.ReplicaException;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The front door of an edge: routes by path, guards, limits, and hands requests on with the headers that they need. */
final class EdgeProxy implements EdgePart {
    private static final HttpString REAL_IP = new HttpString("X-Real-IP");
    private static final long LARGEST_BODY = 1 << 20;

    static {
        // Undertow's logging goes where this program's does, not to the console.
        if (System.getProperty("org.jboss.logging.provider") == null) {
            System.setProperty("org.jboss.logging.provider", "slf4j");
        }
    }

    private final String edge;
    private final int wantedPort;
    private final Supplier<Shape> shape;
    private final Upstreams upstreams = new Upstreams();
    private final RateLimiter limiter = new RateLimiter();
    private Optional<Undertow> server = Optional.empty();

    /** @param port 0 for any free one */
    EdgeProxy(String edge, int port, Supplier<Shape> shape) {
        this.edge = edge;
        this.wantedPort = port;
        this.shape = shape;
    }

    @Override
    public String name() {
        return "edge " + edge;
    }

    @Override
    public void start() {
        Undertow undertow = Undertow.builder()
                .addHttpListener(wantedPort, "127.0.0.1", this::handle)
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_BODY)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException refused) {
            throw new ReplicaException(
                    name() + " could not listen on 127.0.0.1:" + wantedPort + " (" + refused.getMessage()
                            + "): free the port, or name another one",
                    refused);
        }
        server = Optional.of(undertow);
    }

    @Override
    public URI url() {
        InetSocketAddress address = server.map(undertow ->
                        (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress())
                .orElseThrow(() -> new IllegalStateException(name() + " has not been started"));
        return URI.create("http://127.0.0.1:" + address.getPort() + "/");
    }

    @Override
    public NginxConf.Place place() {
        return new NginxConf.Place(url().getAuthority(), Optional.empty(), 0);
    }

    @Override
    public void show(Shape inside) {
        limiter.forget();
    }

    private void handle(HttpServerExchange exchange) throws Exception {
        Shape now = shape.get();
        serve(now, route(now, exchange.getRequestPath()), exchange);
    }

    /** A request that came by the public address of a service. */
    void serve(HttpServerExchange exchange, String service) throws Exception {
        Shape now = shape.get();
        Optional<Route> route = now.system().routes().stream()
                .filter(it -> it.service().equals(service)
                        && exchange.getRequestPath().startsWith(it.path()))
                .max(Comparator.comparingInt(it -> it.path().length()));
        serve(now, route, exchange);
    }

    private void serve(Shape now, Optional<Route> route, HttpServerExchange exchange) throws Exception {
        if (route.isEmpty()) {
            refuse(exchange, StaticRoot.at(now, edge, exchange.getRequestPath()));
            return;
        }
        Optional<Answer> refusal = EnvironmentChoice.of(now, edge, routingLines(now, exchange))
                .flatMap(chosen -> refusal(now, chosen, exchange));
        if (refusal.isPresent()) {
            refuse(exchange, refusal.get());
            return;
        }
        forward(now, route.get(), exchange);
    }

    /** The longest route that a path is under. */
    static Optional<Route> route(Shape shape, String path) {
        return shape.system().routes().stream()
                .filter(route -> path.startsWith(route.path()))
                .max(Comparator.comparingInt(route -> route.path().length()));
    }

    private static List<String> routingLines(Shape shape, HttpServerExchange exchange) {
        return shape.system()
                .routingHeader()
                .map(RoutingHeader::name)
                .map(name -> lines(exchange, name))
                .orElse(List.of());
    }

    private static List<String> lines(HttpServerExchange exchange, String header) {
        var values = exchange.getRequestHeaders().get(header);
        return values == null ? List.of() : List.copyOf(values);
    }

    private Optional<Answer> refusal(Shape now, Environment chosen, HttpServerExchange exchange) {
        if (exchange.getRequestMethod().toString().equals("OPTIONS")) {
            return Optional.empty();
        }
        if (!AccessGuard.admits(now, edge, chosen, header -> lines(exchange, header))) {
            return Optional.of(Answer.error(403, "choosing " + chosen.name() + " here needs a key"));
        }
        return EdgeLimits.of(now, chosen)
                .filter(limit -> limit.path().equals(exchange.getRequestPath()))
                .filter(limit -> !limiter.admits(peer(exchange), chosen.name(), limit, System.nanoTime()))
                .map(RateLimit::status)
                .map(status -> Answer.error(status, "too many requests"));
    }

    private void forward(Shape now, Route route, HttpServerExchange exchange) throws Exception {
        Optional<URI> upstream = ServiceUrls.of(now.variables(edge), route.service());
        if (upstream.isEmpty()) {
            refuse(exchange, Answer.error(502, "no address for " + route.service()));
            return;
        }
        exchange.getRequestHeaders().put(REAL_IP, peer(exchange));
        Optional<Deviation> hostile = HostileEndpoint.at(now, edge, route, exchange.getRequestPath());
        if (hostile.isPresent()) {
            exchange.setRelativePath(
                    exchange.getRequestPath().substring(route.path().length() - 1));
            HostileEndpoint.answer(exchange, hostile.get(), upstream.get());
            return;
        }
        EdgeFaults.commit(now, edge, route, exchange.getRequestHeaders());
        addAllowedOrigin(now, exchange);
        exchange.setResolvedPath(route.path().substring(0, route.path().length() - 1));
        boolean keepsHost = !now.showsAt(edge, Fault.ROUTING_FORWARDED_HEADERS_LOST);
        upstreams.to(upstream.get(), keepsHost).handleRequest(exchange);
    }

    /** A healthy edge leaves CORS to the services, or replaces what they answer; a second line makes browsers refuse. */
    private void addAllowedOrigin(Shape now, HttpServerExchange exchange) {
        boolean second = now.shows(Fault.CORS_TWO_LAYERS_ANSWER);
        if (!second && !now.shows(LookAlike.CORS_EDGE_REPLACES)) {
            return;
        }
        HttpString name = new HttpString(CorsAnswer.ALLOW_ORIGIN);
        exchange.addResponseCommitListener(committed -> {
            HeaderValues values = committed.getResponseHeaders().get(name);
            List<String> answered = values == null ? List.of() : List.copyOf(values);
            if (second) {
                committed.getResponseHeaders().addAll(name, answered);
            } else if (!answered.isEmpty()) {
                committed.getResponseHeaders().put(name, answered.get(0));
            }
        });
    }

    private static String peer(HttpServerExchange exchange) {
        return exchange.getSourceAddress().getAddress().getHostAddress();
    }

    private static void refuse(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            exchange.getResponseHeaders().put(new HttpString(header.getKey()), header.getValue());
        }
        exchange.getResponseSender().send(answer.body());
    }

    @Override
    public void close() {
        server.ifPresent(Undertow::stop);
    }
}
