package dev.envproof.probe.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.envproof.environment.Controls;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.SocketWire;
import dev.envproof.probe.StoreIdentities;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Every service of job-platform at one loopback address; a test says how it answers each path. */
final class HealthServer implements AutoCloseable, Controls {
    static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());

    /** Names of the stores that are stopped at the moment. */
    final Set<String> stopped = ConcurrentHashMap.newKeySet();

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Behaviour behaviour;
    private final HttpServer server;

    HealthServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The staging of job-platform, as a replica would offer it. */
    Target staging() {
        return new Target(
                SYSTEM,
                SYSTEM.environment("staging").orElseThrow(),
                Target.Engine.EMBEDDED,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Map.of(),
                new Variables(Map.of()),
                Map.of(),
                Optional.of(this));
    }

    static Lookout lookout() {
        Redaction redaction = Redaction.of(List.of());
        return new Lookout(
                new SocketWire(redaction),
                redaction,
                new Fingerprints(),
                List.of(),
                new StoreIdentities(),
                new Planted(List.of()),
                Duration.ofSeconds(30));
    }

    @Override
    public Handle stopStore(String environment, String store) {
        stopped.add(store);
        return () -> stopped.remove(store);
    }

    @Override
    public Started startService(String edge, String service, Map<String, String> variables) {
        throw new UnsupportedOperationException("no test starts a service here");
    }

    private void answer(HttpExchange exchange) throws IOException {
        Response response = behaviour.answer(exchange.getRequestURI().getPath(), this);
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        response.location().ifPresent(to -> exchange.getResponseHeaders().add("Location", to));
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }

    /** How the services answer a path. */
    interface Behaviour {
        Response answer(String path, HealthServer server);
    }

    record Response(int status, String body, Optional<String> location) {
        static Response of(int status, String body) {
            return new Response(status, body, Optional.empty());
        }

        static Response notFound() {
            return of(404, "{\"error\":\"not found\"}");
        }

        static Response redirect(String location) {
            return new Response(302, "", Optional.of(location));
        }
    }
}
