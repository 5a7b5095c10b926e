package dev.envproof.probe;

import dev.envproof.probe.Ask.Header;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request as the bytes that go out (RFC 9112): what the ask says, untouched, and what it leaves to us. */
final class RequestBytes {
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestBytes() {}

    /** @param forwarder the proxy that is asked; it is given the whole address and its own credentials */
    static byte[] of(Ask ask, Origin origin, Optional<WayOut> forwarder) {
        String target = forwarder.map(proxy -> "http://" + origin.hostHeader()).orElse("") + target(ask.address());
        StringBuilder head = new StringBuilder();
        head.append(ask.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
        headers(ask, origin, forwarder)
                .forEach(header -> head.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(ask.body().getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String target(URI address) {
        URI ascii = URI.create(address.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private static List<Header> headers(Ask ask, Origin origin, Optional<WayOut> forwarder) {
        List<Header> headers = new ArrayList<>();
        addUnlessGiven(headers, ask, "Host", origin.hostHeader());
        forwarder
                .flatMap(WayOut::credentials)
                .ifPresent(credentials -> headers.add(new Header("Proxy-Authorization", credentials)));
        headers.addAll(ask.headers());
        addUnlessGiven(headers, ask, "User-Agent", "envproof");
        addUnlessGiven(headers, ask, "Accept", "*/*");
        addUnlessGiven(headers, ask, "Connection", "close");
        boolean hasBody = ask.bodyLength() > 0 || METHODS_WITH_BODY.contains(ask.method());
        if (hasBody && !ask.gives("Transfer-Encoding")) {
            addUnlessGiven(headers, ask, "Content-Length", Integer.toString(ask.bodyLength()));
        }
        return headers;
    }

    private static void addUnlessGiven(List<Header> headers, Ask ask, String name, String value) {
        if (!ask.gives(name)) {
            headers.add(new Header(name, value));
        }
    }
}
