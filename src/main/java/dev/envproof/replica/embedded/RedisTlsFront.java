package dev.envproof.replica.embedded;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Ends TLS before a Redis: not every build of the server can do that itself. */
final class RedisTlsFront implements AutoCloseable {
    private final SSLContext context;
    private final boolean asksForCertificate;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Optional<SSLServerSocket> server = Optional.empty();

    /** @param asksForCertificate whether a client without a certificate that the context trusts is turned away */
    RedisTlsFront(SSLContext context, boolean asksForCertificate) {
        this.context = context;
        this.asksForCertificate = asksForCertificate;
    }

    void start(int redisPort) {
        try {
            SSLServerSocket listening =
                    (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
            listening.setNeedClientAuth(asksForCertificate);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server = Optional.of(listening);
            thread(() -> accept(listening, redisPort));
        } catch (IOException refused) {
            throw new ReplicaException("a front for Redis could not listen: " + refused.getMessage(), refused);
        }
    }

    int port() {
        return server.map(SSLServerSocket::getLocalPort).orElse(0);
    }

    private void accept(SSLServerSocket listening, int redisPort) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                thread(() -> serve((SSLSocket) client, redisPort));
            } catch (IOException closed) {
                // looked at above
            }
        }
    }

    private void serve(SSLSocket client, int redisPort) {
        try (client;
                Socket redis = new Socket(InetAddress.getLoopbackAddress(), redisPort)) {
            open.add(redis);
            client.startHandshake();
            thread(() -> pump(client, redis));
            pump(redis, client);
        } catch (IOException ended) {
            // each side learns of it by its closed connection
        } finally {
            open.remove(client);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8 * 1024];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException ended) {
            // so has the conversation
        } finally {
            closed(from);
            closed(to);
        }
    }

    private static void closed(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception gone) {
            // it is closed in any case
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "redis-tls");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        server.ifPresent(RedisTlsFront::closed);
        open.forEach(RedisTlsFront::closed);
        open.clear();
    }
}
