package dev.envproof.environment;

import java.util.Map;

/**
 * How a service tells which stores it really uses.
 *
 * @param path relative to a route
 * @param environment pointer to the environment's name that the service claims
 * @param stores pointer, per store, to a value that only that environment's store can give: PostgreSQL's system
 *     identifier ({@code pg_control_system()}), or the content of the bucket's object {@code identity}
 */
public record Identity(String path, String environment, Map<String, String> stores) {
    public Identity {
        stores = Map.copyOf(stores);
    }
}
