package dev.envproof.replica.embedded;

import dev.envproof.fault.Deviation;
import dev.envproof.fault.EdgeLookAlike;
import dev.envproof.fault.Fault;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that the public front adds to every answer over TLS. */
final class FrontHeaders {
    private static final String HSTS = "Strict-Transport-Security";
    private static final String POLICY = "Content-Security-Policy";
    private static final String FRAMES = "X-Frame-Options";
    private static final String SOURCES = "default-src 'self'; frame-ancestors 'none'";

    private FrontHeaders() {}

    static void onto(Shape now, PublicDoor door, HttpServerExchange exchange) {
        if (!door.isTls()) {
            return;
        }
        Map<String, String> headers = headers(now, door);
        boolean isDoubled = FrontFaults.inStaging(now, door, Fault.EDGE_HSTS_DOUBLED);
        exchange.addResponseCommitListener(committed -> {
            HeaderMap answered = committed.getResponseHeaders();
            headers.forEach((name, value) -> answered.put(new HttpString(name), value));
            if (isDoubled) {
                answered.add(new HttpString(HSTS), "max-age=31536000");
            }
        });
    }

    private static Map<String, String> headers(Shape now, PublicDoor door) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HSTS, "max-age=31536000; includeSubDomains");
        headers.put(POLICY, SOURCES);
        headers.put(FRAMES, "DENY");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", "camera=(), microphone=()");
        headers.put(Headers.SERVER_STRING, "edge");
        if (!FrontFaults.isProduction(now, door)) {
            headers.put("X-Robots-Tag", "noindex");
        }
        if (FrontFaults.isStaging(door)) {
            deviate(now, headers);
        }
        lookAlike(now, headers);
        return headers;
    }

    private static void deviate(Shape now, Map<String, String> headers) {
        replace(now, Fault.EDGE_HSTS_TOO_SHORT, headers, HSTS, "max-age=300");
        replace(now, Fault.EDGE_FRAMES_ALLOWED, headers, FRAMES, "ALLOWALL");
        replace(now, Fault.EDGE_FRAMES_ALLOWED, headers, POLICY, "default-src 'self'");
        replace(now, Fault.EDGE_NOSNIFF_MISSPELT, headers, "X-Content-Type-Options", "nosnif");
        replace(now, Fault.EDGE_REFERRER_UNSAFE, headers, "Referrer-Policy", "unsafe-url");
        replace(now, Fault.EDGE_VERSION_TOLD, headers, Headers.SERVER_STRING, "edge/3.2.1");
        if (now.shows(Fault.EDGE_HSTS_ABSENT)) {
            headers.remove(HSTS);
        }
        if (now.shows(Fault.EDGE_STAGING_INDEXED)) {
            headers.remove("X-Robots-Tag");
        }
        if (now.shows(Fault.EDGE_HEADERS_DIFFER)) {
            headers.remove("Permissions-Policy");
        }
        if (now.shows(Fault.EDGE_CONTENT_POLICY_REPORT_ONLY)) {
            headers.put("Content-Security-Policy-Report-Only", SOURCES);
            headers.remove(POLICY);
        }
    }

    private static void lookAlike(Shape now, Map<String, String> headers) {
        replace(
                now,
                EdgeLookAlike.EDGE_HSTS_SPELT_OTHERWISE,
                headers,
                HSTS,
                "preload ; Max-Age=\"31536000\";INCLUDESUBDOMAINS;");
        replace(now, EdgeLookAlike.EDGE_PRODUCT_NAMED, headers, Headers.SERVER_STRING, "nginx");
        if (now.shows(EdgeLookAlike.EDGE_FRAME_ANCESTORS_ALONE)) {
            headers.remove(FRAMES);
        }
    }

    private static void replace(
            Shape now, Deviation deviation, Map<String, String> headers, String name, String value) {
        if (now.shows(deviation)) {
            headers.put(name, value);
        }
    }
}
