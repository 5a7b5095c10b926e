package dev.envproof.probe;

import com.github.dockerjava.transport.UnixSocket;
import dev.envproof.probe.Reply.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection for one exchange: plain or TLS, closed at the latest when the deadline passes. */
final class Connection implements AutoCloseable {
    private final Socket transport;
    private final Socket spoken;
    private final ScheduledFuture<?> guard;
    private final Optional<WayOut> forwarder;

    private Connection(Socket transport, Socket spoken, ScheduledFuture<?> guard, Optional<WayOut> forwarder) {
        this.transport = transport;
        this.spoken = spoken;
        this.guard = guard;
        this.forwarder = forwarder;
    }

    static Connection open(Origin origin, Deadline deadline, Supplier<SSLSocketFactory> tls) throws WireFailure {
        return open(origin, deadline, tls, Reaching.byName());
    }

    static Connection open(Origin origin, Deadline deadline, Supplier<SSLSocketFactory> tls, Reaching reaching)
            throws WireFailure {
        return spoken(connect(reaching.addresses(origin, deadline), deadline), origin, deadline, tls);
    }

    /** Through a proxy where one is named: TLS in a tunnel; what is plain is handed on (RFC 9112, 3.2.2). */
    static Connection open(Origin origin, Deadline deadline, Supplier<SSLSocketFactory> tls, WebProxy proxies)
            throws WireFailure {
        Optional<WayOut> proxy = proxies.to(origin);
        if (proxy.isEmpty()) {
            return open(origin, deadline, tls);
        }
        Origin way = proxy.get().origin();
        Socket transport = connect(Reaching.byName().addresses(way, deadline), deadline);
        if (!origin.tls()) {
            return new Connection(transport, transport, Watchdog.guard(transport, deadline), proxy);
        }
        ScheduledFuture<?> guard = Watchdog.guard(transport, deadline);
        try {
            Tunnel.to(origin, transport, proxy.get().credentials());
        } catch (IOException refused) {
            Watchdog.close(transport);
            throw WireFailure.of(Stage.CONNECT, refused, deadline);
        } finally {
            guard.cancel(false);
        }
        return spoken(transport, origin, deadline, tls);
    }

    private static Connection spoken(Socket transport, Origin origin, Deadline deadline, Supplier<SSLSocketFactory> tls)
            throws WireFailure {
        ScheduledFuture<?> guard = Watchdog.guard(transport, deadline);
        if (!origin.tls()) {
            return new Connection(transport, transport, guard, Optional.empty());
        }
        try {
            return new Connection(transport, handshake(transport, origin, tls.get()), guard, Optional.empty());
        } catch (IOException refused) {
            guard.cancel(false);
            Watchdog.close(transport);
            throw WireFailure.of(Stage.TLS, refused, deadline);
        }
    }

    /** A connection to a socket of this machine's file system. */
    static Connection open(Path socket, Deadline deadline) throws WireFailure {
        try {
            Socket transport = UnixSocket.get(socket.toString());
            return new Connection(transport, transport, Watchdog.guard(transport, deadline), Optional.empty());
        } catch (IOException refused) {
            throw WireFailure.of(Stage.CONNECT, refused, deadline);
        }
    }

    /** Tries each address of a name in turn, as one of them may be down; nothing has been sent by then. */
    private static Socket connect(List<InetSocketAddress> addresses, Deadline deadline) throws WireFailure {
        IOException last = new IOException("the name has no address");
        for (int index = 0; index < addresses.size(); index++) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.setTcpNoDelay(true);
                int patience = deadline.millisLeftFor(addresses.size() - index);
                socket.connect(addresses.get(index), patience);
                return socket;
            } catch (IOException refused) {
                Watchdog.close(socket);
                last = refused;
            }
        }
        throw WireFailure.of(Stage.CONNECT, last, deadline);
    }

    /** Java's own trust and host name check (RFC 9525), the name sent as SNI (RFC 6066). */
    private static Socket handshake(Socket transport, Origin origin, SSLSocketFactory factory) throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket(transport, origin.name(), origin.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** The proxy that reads the request itself and hands it on; none at the end of a tunnel. */
    Optional<WayOut> forwarder() {
        return forwarder;
    }

    InputStream in() throws IOException {
        return spoken.getInputStream();
    }

    OutputStream out() throws IOException {
        return spoken.getOutputStream();
    }

    /** Closes the transport itself: closing TLS politely would write, and a write can block. */
    @Override
    public void close() {
        guard.cancel(false);
        Watchdog.close(transport);
    }
}
