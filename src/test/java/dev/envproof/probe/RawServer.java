package dev.envproof.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loopback server that answers each connection with whatever bytes a test likes, at whatever pace. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("raw-server"));
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket listener, Behaviour behaviour) {
        this.listener = listener;
        this.behaviour = behaviour;
        threads.execute(this::accept);
    }

    /** Reads the request's head, then behaves. */
    static RawServer answering(Behaviour behaviour) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    static RawServer answering(String response) throws IOException {
        return answering(out -> out.write(response.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Accepts and never reads. */
    static RawServer deaf() throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), Behaviour.NEVER_READS);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The heads of the requests that came, as ISO-8859-1. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        if (behaviour == Behaviour.NEVER_READS) {
            return;
        }
        try (socket) {
            requests.add(head(socket.getInputStream()));
            behaviour.answer(socket.getOutputStream());
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException clientLeft) {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes an answer; an exception ends the connection. */
    interface Behaviour {
        Behaviour NEVER_READS = out -> {};

        void answer(OutputStream out) throws IOException;
    }
}
