package dev.envproof.replica.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on a loopback port that answers each request from one function. */
final class LoopbackServer implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;

    static {
        // Read once by the JDK's server; without it, delayed acknowledgements cost 40 ms an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final Function<Request, Answer> answers;

    private LoopbackServer(HttpServer server, String name, Function<Request, Answer> answers) {
        this.server = server;
        this.answers = answers;
        this.workers = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(workers);
        server.createContext("/", this::exchange);
    }

    /** @param port 0 for any free one */
    static LoopbackServer listening(String name, int port, Function<Request, Answer> answers) {
        return listening(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), answers);
    }

    /** For a process that has a network of its own, such as a container's. */
    static LoopbackServer atEveryAddress(String name, int port, Function<Request, Answer> answers) {
        return listening(name, new InetSocketAddress(port), answers);
    }

    private static LoopbackServer listening(String name, InetSocketAddress address, Function<Request, Answer> answers) {
        try {
            LoopbackServer listening = new LoopbackServer(HttpServer.create(address, 0), name, answers);
            listening.server.start();
            return listening;
        } catch (IOException refused) {
            throw new ReplicaException(
                    name + " could not listen on 127.0.0.1:" + address.getPort() + " (" + refused.getMessage()
                            + "): free the port, or name another one",
                    refused);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Answer.error(413, "the body is larger than " + LARGEST_BODY + " bytes");
        }
        URI address = exchange.getRequestURI();
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        Request request = new Request(
                exchange.getRequestMethod(),
                path.startsWith("/") ? path.substring(1) : path,
                address.getRawQuery() == null ? "" : address.getRawQuery(),
                exchange.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8),
                exchange.getProtocol());
        return answers.apply(request);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
