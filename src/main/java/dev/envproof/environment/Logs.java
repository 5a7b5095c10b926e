package dev.envproof.environment;

/**
 * How a service's log is read: one JSON object a line.
 *
 * @param environment pointer to the environment that the line belongs to
 * @param request pointer to the request's id (the value of {@code X-Request-Id})
 */
public record Logs(String environment, String request) {}
