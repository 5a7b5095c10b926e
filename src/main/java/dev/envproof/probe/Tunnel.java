package dev.envproof.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A way through a proxy (RFC 9110, 9.3.6). Java's own tunnel knows no deadline once it is connected. The proxy resolves the
 * name, which a closed network may not know.
 */
final class Tunnel {
    private static final int LARGEST = 16 * 1024;
    private static final String END = "\r\n\r\n";

    private Tunnel() {}

    /** @throws IOException where the proxy lets nothing through */
    static void to(Origin origin, Socket proxy, Optional<String> credentials) throws IOException {
        String goal = origin.host() + ":" + origin.port();
        String ask = "CONNECT " + goal + " HTTP/1.1\r\nHost: " + goal
                + credentials.map(it -> "\r\nProxy-Authorization: " + it).orElse("") + END;
        proxy.getOutputStream().write(ask.getBytes(StandardCharsets.ISO_8859_1));
        proxy.getOutputStream().flush();
        String status = head(proxy.getInputStream()).split("\r\n", 2)[0];
        if (!status.matches("HTTP/1\\.[01] 2[0-9]{2}( .*)?")) {
            throw new IOException("the proxy refused the tunnel: " + status);
        }
    }

    /** Byte by byte: what follows belongs to the tunnel. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < LARGEST) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the proxy ended the connection");
            }
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith(END)) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        throw new IOException("the proxy's answer has no end");
    }
}
