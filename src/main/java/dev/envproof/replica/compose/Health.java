package dev.envproof.replica.compose;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for the first readiness of a project: every check healthy, every part up or done, and an edge that answers. */
final class Health {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MILLIS = 2_000;

    private Health() {}

    /** @throws dev.envproof.replica.ReplicaException where a part fails, or is not ready in time */
    static void await(ComposeProject project, ComposeEngine engine, Supplier<URI> edge) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> isReady(project, engine) && answers(edge.get()));
        } catch (ConditionTimeoutException late) {
            throw project.failure(
                    "not ready after " + PATIENCE.toSeconds() + " s: " + waiting(project, engine), List.of());
        }
    }

    private static boolean isReady(ComposeProject project, ComposeEngine engine) {
        List<Box> boxes = engine.boxes(project.name());
        project.refuseFailed(boxes, engine);
        return !boxes.isEmpty() && boxes.stream().allMatch(Box::isReady);
    }

    private static String waiting(ComposeProject project, ComposeEngine engine) {
        String parts = engine.boxes(project.name()).stream()
                .filter(box -> !box.isReady())
                .map(box -> box.service() + " is " + box.health().orElse(box.status()))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "nothing answers at " + project.compose().edge() : parts;
    }

    /** Docker's own listener accepts before the container does: only an answer tells. */
    private static boolean answers(URI edge) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(edge.getHost(), edge.getPort()), MILLIS);
            if (edge.getScheme().equals("https")) {
                return true;
            }
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.0\r\nHost: " + edge.getHost() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return answer.read() == 'H';
        } catch (IOException notYet) {
            return false;
        }
    }
}
