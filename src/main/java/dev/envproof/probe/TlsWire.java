package dev.envproof.probe;

import dev.envproof.environment.Target;
import dev.envproof.probe.Reply.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import javax.net.ssl.SSLSocket;

/**
 * Shakes hands with each address of a public name by itself and takes down what the server shows. It trusts nobody and
 * sends no request, so nothing can come of a certificate that is looked at here.
 */
public final class TlsWire {
    private final Reaching reaching;

    private TlsWire(Reaching reaching) {
        this.reaching = reaching;
    }

    public static TlsWire to(Target target) {
        return new TlsWire(Reaching.of(List.of(target)));
    }

    /** What a handshake came to. */
    public sealed interface Handshake {
        /** The certificates as sent, the server's own first. */
        record Shown(List<X509Certificate> chain, String protocol) implements Handshake {
            public Shown {
                chain = List.copyOf(chain);
            }
        }

        /** No certificate was seen. */
        record Unseen(Stage stage, String why) implements Handshake {}
    }

    /** Whose certificates Java trusts, and the authority of a replica. */
    public List<X509Certificate> trusted() {
        return reaching.issuers();
    }

    /** Where the name leads to: every address of it. */
    public List<InetSocketAddress> addresses(String host, int port, Duration time) {
        try {
            return reaching.addresses(new Origin(true, host, port, true), Deadline.in(time));
        } catch (WireFailure unresolved) {
            return List.of();
        }
    }

    /** Shakes hands with one address, the host's name sent as SNI (RFC 6066). */
    public Handshake greet(InetSocketAddress address, String host, Duration time) {
        Deadline deadline = Deadline.in(time);
        CertificateRecorder recorder = new CertificateRecorder();
        Stage stage = Stage.CONNECT;
        try (Socket transport = connected(address, deadline)) {
            stage = Stage.TLS;
            ScheduledFuture<?> guard = Watchdog.guard(transport, deadline);
            try {
                SSLSocket socket =
                        (SSLSocket) recorder.sockets().createSocket(transport, host, address.getPort(), true);
                socket.startHandshake();
                return recorder.shown(socket.getSession().getProtocol());
            } finally {
                guard.cancel(false);
            }
        } catch (IOException refused) {
            return recorder.hasSeen()
                    ? recorder.shown("none")
                    : new Handshake.Unseen(
                            stage, WireFailure.of(stage, refused, deadline).why());
        }
    }

    /** Offers nothing newer than TLS 1.1, in bytes of its own: Java refuses to, so that it could not tell. */
    public OldTls.Answer greetOld(InetSocketAddress address, String host, Duration time) {
        Deadline deadline = Deadline.in(time);
        try (Socket transport = connected(address, deadline)) {
            ScheduledFuture<?> guard = Watchdog.guard(transport, deadline);
            try {
                transport.getOutputStream().write(OldTls.hello(host));
                transport.getOutputStream().flush();
                return OldTls.read(transport.getInputStream());
            } finally {
                guard.cancel(false);
            }
        } catch (IOException broken) {
            return deadline.hasPassed()
                    ? new OldTls.Answer.Unclear(deadline.says())
                    : new OldTls.Answer.Refused("the connection was closed");
        }
    }

    private static Socket connected(InetSocketAddress address, Deadline deadline) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, deadline.millisLeftFor(1));
            return socket;
        } catch (IOException refused) {
            Watchdog.close(socket);
            throw refused;
        }
    }
}
