package dev.envproof.probe;

import com.sun.net.httpserver.HttpServer;
import dev.envproof.evidence.Redaction;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Measures the wire on loopback, one request after the other; run its main by hand, no test does. Prints milliseconds
 * and the asking thread's CPU time per round of 300 requests.
 */
final class SocketWireThroughput {
    private static final int REQUESTS = 300;
    private static final int ROUNDS = 6;

    private SocketWireThroughput() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = "{\"status\":\"ok\",\"environment\":\"staging\"}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        List<String> secrets = IntStream.range(0, 30)
                .mapToObj(index -> UUID.randomUUID().toString())
                .toList();
        SocketWire wire = new SocketWire(Redaction.of(secrets));
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/job-matcher/health");
        for (int round = 1; round <= ROUNDS; round++) {
            measure(round, wire, Ask.get(address).with("X-Environment", "staging"));
        }
        server.stop(0);
    }

    private static void measure(int round, SocketWire wire, Ask ask) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long answers = IntStream.range(0, REQUESTS)
                .filter(request -> wire.send(ask) instanceof Reply.Answer)
                .count();
        long took = (System.nanoTime() - start) / 1_000_000;
        long spent = (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000;
        System.out.printf("round %d: %d answers, %d ms, %d ms CPU%n", round, answers, took, spent);
    }
}
