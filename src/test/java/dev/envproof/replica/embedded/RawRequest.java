package dev.envproof.replica.embedded;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request whose bytes are the test's own. */
final class RawRequest {
    private RawRequest() {}

    /** The whole answer; {@code lines} are header lines, sent as they are. */
    static String get(URI address, String... lines) throws IOException {
        return send("GET", address, lines);
    }

    static String send(String method, URI address, String... lines) throws IOException {
        String head = method + " " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nConnection: close\r\n" + (lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n") + "\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
