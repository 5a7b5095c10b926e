package dev.envproof.replica.embedded;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;

/**
 * One request as a server of the replica received it.
 *
 * @param path without its leading slash and its query, as sent
 * @param query without the question mark, as sent; empty where there is none
 * @param body as UTF-8
 */
record Request(String method, String path, String query, Headers headers, String body, String protocol) {

    /** All lines of a header, in order. */
    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The same request at another path. */
    Request at(String otherPath) {
        return new Request(method, otherPath, query, headers, body, protocol);
    }

    /** What follows {@code start/} in the path; empty where it is another path. */
    Optional<String> below(String start) {
        return path.startsWith(start + "/") ? Optional.of(path.substring(start.length() + 1)) : Optional.empty();
    }
}
