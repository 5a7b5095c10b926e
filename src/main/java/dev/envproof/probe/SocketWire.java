package dev.envproof.probe;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/**
 * The wire over plain sockets and Apache HttpCore's strict parser: one new connection a request, one deadline around
 * everything, capped reads. TLS trusts what Java trusts and checks the host name; there is no way to switch that off.
 */
public final class SocketWire implements Wire {
    private static final int BUFFER = 8 * 1024;
    private final Redaction redaction;
    private final Caps caps;
    private final Opening opening;

    public SocketWire(Redaction redaction) {
        this(redaction, Caps.DEFAULT);
    }

    /** Reaches the public addresses of these targets where their replicas serve them. */
    public static SocketWire to(List<Target> targets, Redaction redaction) {
        Reaching reaching = Reaching.of(targets);
        return new SocketWire(
                redaction,
                Caps.DEFAULT,
                (origin, deadline) -> Connection.open(origin, deadline, reaching::trust, reaching));
    }

    public SocketWire(Redaction redaction, Caps caps) {
        // a supplier, because reading the trust store takes longer than a plain exchange
        this(redaction, caps, SocketWire::trust);
    }

    /** Takes the proxy that the process environment names, for what is no target. */
    public static SocketWire through(WebProxy proxies, Redaction redaction, Caps caps) {
        return new SocketWire(
                redaction, caps, (origin, deadline) -> Connection.open(origin, deadline, SocketWire::trust, proxies));
    }

    private static SSLSocketFactory trust() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    SocketWire(Redaction redaction, Caps caps, Supplier<SSLSocketFactory> tls) {
        this(redaction, caps, (origin, deadline) -> Connection.open(origin, deadline, tls));
    }

    private SocketWire(Redaction redaction, Caps caps, Opening opening) {
        this.redaction = redaction;
        this.caps = caps;
        this.opening = opening;
    }

    /** Sends every request to a socket of this machine's file system, whatever host it names. */
    public static SocketWire to(Path socket, Redaction redaction, Caps caps) {
        return new SocketWire(redaction, caps, (origin, deadline) -> Connection.open(socket, deadline));
    }

    /** How the connection for one exchange is made. */
    private interface Opening {
        Connection open(Origin origin, Deadline deadline) throws WireFailure;
    }

    @Override
    public Reply send(Ask ask) {
        Recorder recorder = new Recorder(redaction, ask);
        try {
            return exchange(ask, Deadline.in(ask.deadline()), recorder);
        } catch (WireFailure failure) {
            String why = recorder.safe(failure.why(), 200);
            return new Reply.NoAnswer(failure.stage(), why, recorder.failed(failure.stage(), why));
        }
    }

    private Reply exchange(Ask ask, Deadline deadline, Recorder recorder) throws WireFailure {
        long start = System.nanoTime();
        Origin origin = Origin.of(ask.address());
        try (Connection connection = opening.open(origin, deadline)) {
            write(connection, RequestBytes.of(ask, origin, connection.forwarder()), deadline);
            return read(ask, connection, deadline, recorder, start);
        }
    }

    private static void write(Connection connection, byte[] request, Deadline deadline) throws WireFailure {
        try {
            connection.out().write(request);
            connection.out().flush();
        } catch (IOException broken) {
            throw WireFailure.of(Stage.REQUEST, broken, deadline);
        }
    }

    private Reply read(Ask ask, Connection connection, Deadline deadline, Recorder recorder, long start)
            throws WireFailure {
        Incoming in = incoming(connection, deadline);
        SessionInputBufferImpl buffer = new SessionInputBufferImpl(BUFFER, caps.lineLength());
        HeadReader heads = new HeadReader(caps, deadline);
        ClassicHttpResponse head = heads.read(buffer, in);
        BodyReader.Body body = new BodyReader(caps, deadline, heads.config()).read(ask.method(), head, buffer, in);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<Header> headers = HeadReader.headers(head);
        String statusLine = head.getVersion() + " " + head.getCode() + " " + head.getReasonPhrase();
        return new Reply.Answer(
                head.getCode(),
                headers,
                body.text(),
                body.cut(),
                took,
                recorder.answered(statusLine, headers, body.text()));
    }

    private static Incoming incoming(Connection connection, Deadline deadline) throws WireFailure {
        try {
            return new Incoming(connection.in());
        } catch (IOException broken) {
            throw WireFailure.of(Stage.HEADERS, broken, deadline);
        }
    }
}
