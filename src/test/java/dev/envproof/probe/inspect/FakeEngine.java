package dev.envproof.probe.inspect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An engine that answers what a test likes, by path; it has no container, network or volume until it is told. */
final class FakeEngine implements AutoCloseable {
    static final String CONTAINERS = "/containers/json";
    private final Map<String, String> answers =
            new ConcurrentHashMap<>(Map.of(CONTAINERS, "[]", "/networks", "[]", "/volumes", "{\"Volumes\":null}"));
    private final HttpServer server;
    private volatile int status = 200;

    FakeEngine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.start();
    }

    EngineAddress address() {
        return EngineAddress.of(
                Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + server.getAddress().getPort()), Path.of("/"), Path.of("/"));
    }

    FakeEngine answers(String path, String json) {
        answers.put(path, json.replace('\'', '"'));
        return this;
    }

    FakeEngine failing(int code) {
        status = code;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String json = answers.get(exchange.getRequestURI().getPath());
        byte[] body = (json == null ? "{}" : json).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(json == null ? 404 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
