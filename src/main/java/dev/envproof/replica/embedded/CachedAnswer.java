package dev.envproof.replica.embedded;

import dev.envproof.environment.Store;
import dev.envproof.fault.Fault;
import java.util.Map;
import java.util.Optional;

/** Canary entries in the environment's cache, under keys with the environment's own prefix where it declares one. */
final class CachedAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) throws StoreFailure {
        Optional<CanaryRequest<Store.Redis>> request = CanaryRequest.of(visit, Store.Redis.class);
        return request.isPresent() ? Optional.of(answer(visit, request.get())) : Optional.empty();
    }

    private static Answer answer(Visit visit, CanaryRequest<Store.Redis> request) throws StoreFailure {
        if (!request.hasGoodId()) {
            return CanaryRequest.badId();
        }
        String store = request.store().name();
        RedisClient client = VisitedRedis.of(visit, store);
        boolean collides = visit.shape().shows(Fault.ISOLATION_CACHE_KEYS_COLLIDE);
        String prefix = VisitedRedis.address(visit, store)
                .redis()
                .keyPrefix()
                .filter(any -> !collides)
                .orElse("");
        String key = prefix + "cached:" + request.id();
        Map<String, String> body = Map.of("id", request.id());
        return switch (request.method()) {
            case "POST" -> {
                client.ask(store, redis -> redis.set(key, request.id()));
                yield Answer.json(201, body);
            }
            case "GET" -> client.ask(store, redis -> redis.exists(key)) ? Answer.json(200, body) : Answer.notFound();
            case "DELETE" -> client.ask(store, redis -> redis.del(key)) == 0 ? Answer.notFound() : Answer.empty(204);
            default -> Answer.error(405, "method not allowed");
        };
    }
}
