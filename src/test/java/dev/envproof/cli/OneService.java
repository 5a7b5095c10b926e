package dev.envproof.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A deployment of one service, with the files that describe it. */
final class OneService implements AutoCloseable {
    static final String OK = "{\"status\": \"ok\", \"environment\": \"staging\", \"checks\": {\"queue\": \"ok\"}}";
    static final String ILL = OK.replace("{\"status\": \"ok\"", "{\"status\": \"starting\"");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    /** @param health what the n-th question for health is answered with */
    OneService(IntFunction<String> health) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/health", exchange -> answer(exchange, 200, health.apply(asked.getAndIncrement())));
        server.createContext("/", exchange -> answer(exchange, 404, ""));
        server.start();
    }

    /** The jar's main in a folder that describes this service, under a suite of one rule. */
    Cli cli(Path folder, String suite) throws IOException {
        new Cli(folder, Map.of()).run("init", "shop");
        Files.writeString(folder.resolve("suites/full.yaml"), suite);
        return new Cli(folder, Map.of("STAGING_URL", url()));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String suite(int atLeast) {
        return "suite: full\nsays: mine\nincludes: [health/health-is-told]\nblocking: low\nat-least: " + atLeast + "\n";
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
