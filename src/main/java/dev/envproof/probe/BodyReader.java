package dev.envproof.probe;

import dev.envproof.probe.Reply.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/** Reads and decodes a body up to the cap; a body that ends early is a failure, not an answer. */
record BodyReader(Caps caps, Deadline deadline, Http1Config config) {
    Body read(String method, ClassicHttpResponse head, SessionInputBuffer buffer, InputStream in) throws WireFailure {
        InputStream raw =
                hasNoBody(method, head.getCode()) ? new ByteArrayInputStream(new byte[0]) : raw(head, buffer, in);
        try {
            byte[] bytes = decoded(head, raw).readNBytes(caps.bodyBytes() + 1);
            boolean cut = bytes.length > caps.bodyBytes();
            int length = Math.min(bytes.length, caps.bodyBytes());
            return new Body(new String(bytes, 0, length, charset(head)), cut);
        } catch (IOException broken) {
            throw WireFailure.of(Stage.BODY, broken, deadline);
        }
    }

    /** RFC 9112, 6.3. */
    private static boolean hasNoBody(String method, int status) {
        return method.equals("HEAD") || status == 204 || status == 304;
    }

    private InputStream raw(ClassicHttpResponse head, SessionInputBuffer buffer, InputStream in) throws WireFailure {
        long length = length(head);
        if (length == ContentLengthStrategy.CHUNKED) {
            return new ChunkedInputStream(buffer, in, config);
        }
        return length == ContentLengthStrategy.UNDEFINED
                ? new IdentityInputStream(buffer, in)
                : new ContentLengthInputStream(buffer, in, length);
    }

    private static long length(ClassicHttpResponse head) throws WireFailure {
        try {
            return DefaultContentLengthStrategy.INSTANCE.determineLength(head);
        } catch (HttpException malformed) {
            throw new WireFailure(Stage.PARSE, String.valueOf(malformed.getMessage()));
        }
    }

    private InputStream decoded(ClassicHttpResponse head, InputStream raw) throws WireFailure, IOException {
        List<String> codings = Stream.of(head.getHeaders(HttpHeaders.CONTENT_ENCODING))
                .flatMap(header -> Stream.of(String.valueOf(header.getValue()).split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (codings.isEmpty() || raw instanceof ByteArrayInputStream) {
            return raw;
        }
        if (codings.equals(List.of("gzip")) || codings.equals(List.of("x-gzip"))) {
            return firstMember(raw);
        }
        throw new WireFailure(Stage.PARSE, "a content coding that nobody asked for: " + String.join(", ", codings));
    }

    /** Not the JDK's decoder: it follows endless empty members by recursion until the stack is full. */
    private InputStream firstMember(InputStream raw) throws IOException {
        return new GzipCompressorInputStream(BoundedInputStream.builder()
                .setInputStream(raw)
                .setMaxCount(2L * caps.bodyBytes())
                .get());
    }

    private static Charset charset(ClassicHttpResponse head) {
        return Optional.ofNullable(head.getFirstHeader(HttpHeaders.CONTENT_TYPE))
                .map(Header::getValue)
                .map(ContentType::parseLenient)
                .map(ContentType::getCharset)
                .orElse(StandardCharsets.UTF_8);
    }

    /** A body as text; malformed bytes become U+FFFD. */
    record Body(String text, boolean cut) {}
}
