package dev.envproof.replica.embedded;

import dev.envproof.fault.Hostility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** What each hostile endpoint writes in place of an answer. */
final class HostileScript {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String HALF = "{\"status\": \"ok\", \"checks\": {\"data";
    private static final String YEARS = "Retry-After: 99999999\r\nContent-Length: 0\r\n\r\n";
    private static final String EMPTY = "\r\nContent-Length: 0\r\n\r\n";
    private static final long STEP = 250;
    private static final int BOMB = 50_000_000;

    private HostileScript() {}

    static void play(Hostility hostility, String path, String query, RawConnection to) throws IOException {
        switch (hostility) {
            case HOSTILE_SLOW_HEADERS -> slowly(to, "HTTP/1.1 200 OK\r\n", "X-More: of them\r\n");
            case HOSTILE_SLOW_BODY -> slowly(to, OK + "Content-Length: 1000\r\n\r\n", " ");
            case HOSTILE_STALLED_BODY -> stall(to, OK + "Content-Length: 1000\r\n\r\n" + HALF);
            case HOSTILE_ENDLESS_BODY -> endless(to);
            case HOSTILE_DECOMPRESSION_BOMB -> packed(to, "gzip", gzip(new byte[BOMB]));
            case HOSTILE_NESTED_BOMB -> packed(to, "gzip, gzip", gzip(gzip(new byte[BOMB])));
            case HOSTILE_REDIRECT_LOOP -> redirect(to, path);
            case HOSTILE_REDIRECT_GROWS -> redirect(to, path + "?" + query + "&again=1");
            case HOSTILE_CHUNK_CUT -> to.write(CHUNKED + "1000\r\n" + HALF);
            case HOSTILE_SHORT_BODY -> to.write(OK + "Content-Length: 1000\r\n\r\n" + HALF);
            case HOSTILE_CONNECTION_RESET -> reset(to);
            case HOSTILE_HALF_JSON -> to.write(OK + "Connection: close\r\n\r\n" + HALF);
            case HOSTILE_INTERIM_FLOOD -> to.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(2_000));
            case HOSTILE_STRAY_SWITCH -> to.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
            case HOSTILE_NUL_IN_HEADER -> to.write(OK + "X-A: b\0c" + EMPTY);
            case HOSTILE_SPACE_BEFORE_COLON -> to.write(OK + "X-A : b" + EMPTY);
            case HOSTILE_LONG_LINE -> to.write(OK + "X-A: " + "b".repeat(500_000) + EMPTY);
            case HOSTILE_MANY_HEADERS -> to.write(OK + "X-A: b\r\n".repeat(20_000) + EMPTY);
            case HOSTILE_CONTROL_BYTES ->
                to.write(OK + "Connection: close\r\n\r\n{\"status\": \"\u001b[2J\u001b]0;x\u0007\0\u00ff\u00fe\"}");
            case HOSTILE_REDIRECT_TO_A_FILE -> redirect(to, "file:///etc/passwd");
            case HOSTILE_REDIRECT_TO_METADATA -> redirect(to, "http://169.254.169.254/latest/meta-data/");
            case HOSTILE_REDIRECT_ELSEWHERE -> redirect(to, "http://elsewhere.invalid/health");
            case HOSTILE_THROTTLED -> to.write("HTTP/1.1 429 Too Many Requests\r\n" + YEARS);
            case HOSTILE_UNAVAILABLE -> to.write("HTTP/1.1 503 Service Unavailable\r\n" + YEARS);
            case HOSTILE_NEVER_ANSWERS -> stall(to, "");
        }
    }

    private static void slowly(RawConnection to, String first, String each) throws IOException {
        to.write(first);
        while (to.pause(STEP)) {
            to.write(each);
        }
    }

    private static void stall(RawConnection to, String first) throws IOException {
        to.write(first);
        while (!to.isOver()) {
            to.pause(STEP);
        }
    }

    private static void endless(RawConnection to) throws IOException {
        String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        to.write(CHUNKED);
        while (!to.isOver()) {
            to.write(chunk);
        }
    }

    private static void packed(RawConnection to, String coding, byte[] body) throws IOException {
        to.write(OK + "Content-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        to.write(body);
    }

    private static void redirect(RawConnection to, String location) throws IOException {
        to.write("HTTP/1.1 302 Found\r\nLocation: " + location + EMPTY);
    }

    private static void reset(RawConnection to) throws IOException {
        to.write(OK + "Content-Length: 1000\r\n\r\n" + HALF);
        to.reset();
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
