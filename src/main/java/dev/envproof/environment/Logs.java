package dev.envproof.environment;

import java.util.Map;
import java.util.Optional;

/**
 * How a service's log is read: one JSON object a line.
 *
 * @param environment pointer to the environment that the line belongs to
 * @param request pointer to the request's id (the value of {@code X-Request-Id})
 * @param received pointers to request headers as the service received them, by header name
 * @param protocol pointer to the protocol of the request that the service received, such as {@code HTTP/1.1}
 */
public record Logs(String environment, String request, Map<String, String> received, Optional<String> protocol) {
    public Logs {
        received = Map.copyOf(received);
    }
}
