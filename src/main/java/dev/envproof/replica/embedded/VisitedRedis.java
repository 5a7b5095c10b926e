package dev.envproof.replica.embedded;

import dev.envproof.environment.StoreAddress;

/** How a service reaches a Redis of the environment that a request is for. */
final class VisitedRedis {
    private VisitedRedis() {}

    static RedisClient of(Visit visit, String store) throws StoreFailure {
        StoreAddress address = address(visit, store);
        return address.urlIn(visit.variables())
                .map(url -> new RedisClient(url, address.keyIn(visit.variables())))
                .orElseThrow(() -> new StoreFailure("no credentials for the " + store + " of "
                        + visit.environment().name()));
    }

    static StoreAddress address(Visit visit, String store) throws StoreFailure {
        return visit.environment()
                .store(store)
                .orElseThrow(() -> new StoreFailure(
                        "no " + store + " for " + visit.environment().name()));
    }
}
