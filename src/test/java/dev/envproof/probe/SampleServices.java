package dev.envproof.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Services that keep canaries per environment; {@link #stores} says whose store answers for an environment. */
public final class SampleServices implements AutoCloseable {
    public final Map<String, String> stores =
            new ConcurrentHashMap<>(Map.of("staging", "staging-store", "production", "production-store"));
    public final List<String> requests = new CopyOnWriteArrayList<>();

    private final Map<String, Set<String>> kept = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile boolean removalRefused;
    private volatile boolean writesRefused;
    private volatile CountDownLatch writesHeld = new CountDownLatch(0);

    public SampleServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI edge() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Ids that a store holds. */
    public Set<String> kept(String store) {
        return kept.computeIfAbsent(store, name -> ConcurrentHashMap.newKeySet());
    }

    public void refuseWrites() {
        writesRefused = true;
    }

    public void refuseRemoval() {
        removalRefused = true;
    }

    /** Writes that arrive are done once the latch is down. */
    public CountDownLatch holdWrites() {
        writesHeld = new CountDownLatch(1);
        return writesHeld;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String environment = exchange.getRequestHeaders().getFirst("X-Environment");
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path + " " + environment);
        String store = stores.getOrDefault(String.valueOf(environment), "nowhere");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (path.endsWith("/identity")) {
            reply(exchange, 200, "{\"stores\":{\"database\":\"" + store + "\",\"storage\":\"" + store + "\"}}");
        } else if (exchange.getRequestMethod().equals("POST") && writesRefused) {
            reply(exchange, 405, "");
        } else if (exchange.getRequestMethod().equals("POST")) {
            awaitRelease();
            kept(store).add(body.replaceAll("\\{\"id\":\"(.*)\"}", "$1"));
            reply(exchange, 201, body);
        } else if (exchange.getRequestMethod().equals("DELETE") && removalRefused) {
            reply(exchange, 403, "");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            reply(exchange, kept(store).remove(id) ? 204 : 404, "");
        } else {
            reply(exchange, kept(store).contains(id) ? 200 : 404, "{\"id\":\"" + id + "\"}");
        }
    }

    private void awaitRelease() {
        try {
            writesHeld.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 || status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }
}
