package dev.envproof.replica.embedded;

import dev.envproof.fault.HostilityLookAlike;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A service's good answer, written in an unusual way.
 *
 * @param head the status line and the headers, without those about the body
 * @param body a character for each byte
 */
record OddAnswer(List<String> head, String body) {
    private static final Set<String> ABOUT_THE_CONNECTION = Set.of("connection", "content-length", "transfer-encoding");
    private static final int DEADLINE = 4_000;
    private static final String END = "\r\n\r\n";

    static OddAnswer to(HttpServerExchange exchange, URI service) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), DEADLINE);
            socket.setSoTimeout(DEADLINE);
            socket.getOutputStream().write(request(exchange).getBytes(StandardCharsets.ISO_8859_1));
            return parsed(socket.getInputStream().readAllBytes());
        }
    }

    void play(HostilityLookAlike lookAlike, RawConnection to) throws IOException {
        switch (lookAlike) {
            case HOSTILE_SLOW_BUT_IN_TIME -> {
                for (String line : head) {
                    to.write(line + "\r\n");
                    to.pause(50);
                }
                to.write("Content-Length: " + body.length() + END);
                to.write(body);
            }
            case HOSTILE_GAPS_IN_THE_BODY -> {
                to.write(start() + "Content-Length: " + body.length() + END);
                int middle = body.length() / 2;
                to.write(body.substring(0, middle));
                to.pause(300);
                to.write(body.substring(middle));
            }
            case HOSTILE_LARGE_BODY -> {
                to.write(start() + "Content-Length: " + (body.length() + 50_000) + END);
                to.write(body);
                to.write(" ".repeat(50_000));
            }
            case HOSTILE_PACKED_BODY -> packed(to);
            case HOSTILE_ENDS_WITH_THE_CONNECTION -> plain(to, "Connection: close" + END);
            case HOSTILE_ONE_INTERIM_ANSWER -> {
                to.write("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload" + END);
                plain(to, "Content-Length: " + body.length() + END);
            }
            case HOSTILE_ODD_CASE_HEADERS -> {
                to.write(head.get(0) + "\r\n");
                for (String line : head.subList(1, head.size())) {
                    int colon = line.indexOf(':');
                    to.write(line.substring(0, colon).toUpperCase(Locale.ROOT) + line.substring(colon) + "\r\n");
                }
                to.write("cOnTeNt-LeNgTh:" + body.length() + END);
                to.write(body);
            }
            case HOSTILE_EMOJI_AND_RIGHT_TO_LEFT -> {
                to.write(
                        (start() + "X-Motto: \u2705 \u05e9\u05dc\u05d5\u05dd\r\nContent-Length: " + body.length() + END)
                                .getBytes(StandardCharsets.UTF_8));
                to.write(body);
            }
            case HOSTILE_RETRY_AFTER_A_SECOND -> plain(to, "Retry-After: 1\r\nContent-Length: " + body.length() + END);
        }
    }

    private void packed(RawConnection to) throws IOException {
        String padded = body + " ".repeat(Math.max(0, 8_000 - body.length()));
        byte[] packed = HostileScript.gzip(padded.getBytes(StandardCharsets.ISO_8859_1));
        to.write(start() + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + END);
        to.write(packed);
    }

    private void plain(RawConnection to, String rest) throws IOException {
        to.write(start() + rest);
        to.write(body);
    }

    private String start() {
        return String.join("\r\n", head) + "\r\n";
    }

    private static String request(HttpServerExchange exchange) {
        List<String> lines = new ArrayList<>();
        String query = exchange.getQueryString();
        lines.add(exchange.getRequestMethod() + " " + exchange.getRelativePath() + (query.isEmpty() ? "" : "?" + query)
                + " HTTP/1.1");
        for (HeaderValues header : exchange.getRequestHeaders()) {
            String name = header.getHeaderName().toString();
            if (!ABOUT_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                header.forEach(value -> lines.add(name + ": " + value));
            }
        }
        lines.add("Connection: close");
        return String.join("\r\n", lines) + END;
    }

    private static OddAnswer parsed(byte[] answer) throws IOException {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END);
        if (end < 0) {
            throw new IOException("the service gave no answer");
        }
        List<String> head = text.substring(0, end)
                .lines()
                .filter(line -> !ABOUT_THE_CONNECTION.contains(
                        line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT)))
                .toList();
        return new OddAnswer(head, text.substring(end + END.length()));
    }
}
