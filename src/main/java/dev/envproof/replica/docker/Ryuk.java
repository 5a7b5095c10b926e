package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Testcontainers' reaper: a container that asks the engine itself. It is told a label over a connection; when that ends,
 * however this process does, it removes all that carries the label.
 */
final class Ryuk implements AutoCloseable {
    private static final int PORT = 8080;
    private static final int MILLIS = 2_000;

    private final RunContainer container;
    private final Socket connection;

    private Ryuk(RunContainer container, Socket connection) {
        this.container = container;
        this.connection = connection;
    }

    /** @throws ReplicaException where it does not start, or does not take the label */
    static Ryuk start(ContainerEngine engine, Image image, RunLabels labels) {
        ContainerPlan plan = ContainerPlan.of(
                        labels.run() + "-ryuk", "Ryuk", image.name(), labels.withoutSession(), "bridge")
                .writes("/var/run/docker.sock", engine.socket())
                .publishes(PORT);
        RunContainer container = new RunContainer(engine, plan);
        try {
            container.start(List.of());
            AtomicReference<Optional<Socket>> connection = new AtomicReference<>(Optional.empty());
            container.awaitAnswer(
                    () -> {
                        connection.set(registered(container.port(), labels.run()));
                        return connection.get().isPresent();
                    },
                    List.of());
            return new Ryuk(container, connection.get().orElseThrow());
        } catch (RuntimeException failed) {
            container.close();
            throw failed;
        }
    }

    /** A connection over which it has confirmed what to remove; empty while it does not listen yet. */
    static Optional<Socket> registered(int port, String session) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
            socket.setSoTimeout(MILLIS);
            String filter = "label=" + URLEncoder.encode(RunLabels.SESSION + "=" + session, StandardCharsets.UTF_8);
            socket.getOutputStream().write((filter + "\n").getBytes(StandardCharsets.UTF_8));
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if ("ACK".equals(answers.readLine())) {
                return Optional.of(socket);
            }
            socket.close();
        } catch (IOException notYet) {
            closed(socket);
        }
        return Optional.empty();
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // then there is nothing to close
            return;
        }
    }

    /** It is gone first, so that it has nothing to remove. */
    @Override
    public void close() {
        container.close();
        closed(connection);
    }
}
