package dev.envproof.probe;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One request, sent byte for byte as given.
 *
 * @param headers in order, duplicates kept; Host, User-Agent, Accept and {@code Connection: close} are added unless given
 * @param body sent as UTF-8, with its Content-Length unless that or Transfer-Encoding is given
 * @param deadline covers everything from name resolution to the last byte of the body
 */
public record Ask(String method, URI address, List<Header> headers, String body, Duration deadline) {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    public Ask {
        headers = List.copyOf(headers);
    }

    public static Ask get(URI address) {
        return new Ask("GET", address, List.of(), "", DEADLINE);
    }

    public static Ask of(String method, URI address) {
        return new Ask(method, address, List.of(), "", DEADLINE);
    }

    public Ask with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Ask(method, address, more, body, deadline);
    }

    public Ask withBody(String text) {
        return new Ask(method, address, headers, text, deadline);
    }

    public Ask within(Duration time) {
        return new Ask(method, address, headers, body, time);
    }

    /** Whether a header of this name is among those given. */
    public boolean gives(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    public int bodyLength() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A header line; the value goes out as ISO-8859-1 bytes, control bytes included. */
    public record Header(String name, String value) {}
}
