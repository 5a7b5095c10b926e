package dev.envproof.probe;

import dev.envproof.environment.Target;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/** What came of a connection to a port; nothing is sent, and the connection is closed at once. */
public sealed interface Knock {
    /** Somebody listens there. */
    record Opened() implements Knock {}

    /** Nobody does, or something on the way lets nothing through. */
    record Shut(String how) implements Knock {}

    /** Could not look. */
    record Unknown(String why) implements Knock {}

    /** Tries every address of a host, all in the given time; one that opens is enough. */
    static Knock at(Target target, String host, int port, Duration within) {
        Deadline deadline = Deadline.in(within);
        try {
            Origin origin = new Origin(false, host, port, true);
            List<InetSocketAddress> addresses = Reaching.of(List.of(target)).addresses(origin, deadline);
            Knock last = new Unknown("the name has no address");
            for (int index = 0; index < addresses.size(); index++) {
                last = at(addresses.get(index), deadline.millisLeftFor(addresses.size() - index));
                if (last instanceof Opened) {
                    return last;
                }
            }
            return last;
        } catch (WireFailure unresolved) {
            return new Unknown(unresolved.why());
        }
    }

    private static Knock at(InetSocketAddress address, int millis) {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(address, millis);
            return new Opened();
        } catch (ConnectException refused) {
            return new Shut("refused");
        } catch (SocketTimeoutException silent) {
            return new Shut("silent for " + millis + " ms");
        } catch (IOException unreachable) {
            return new Unknown(String.valueOf(unreachable.getMessage()));
        }
    }
}
