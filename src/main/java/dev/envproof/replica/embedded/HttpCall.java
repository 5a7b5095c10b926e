package dev.envproof.replica.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request that a service sends to another part of its deployment; both ends are trusted and near. */
final class HttpCall {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 4_000;
    private static final int LARGEST_BODY = 1 << 20;

    private HttpCall() {}

    record Reply(int status, String body) {}

    static Reply send(String method, URI address, Map<String, String> headers, String body) throws IOException {
        return send(method, address, headers, body, READ_MILLIS);
    }

    /** @param readMillis the longest that the other end may be silent */
    static Reply send(String method, URI address, Map<String, String> headers, String body, int readMillis)
            throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(readMillis);
        connection.setInstanceFollowRedirects(false);
        headers.forEach(connection::setRequestProperty);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = stream == null ? new byte[0] : stream.readNBytes(LARGEST_BODY);
            return new Reply(status, new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
