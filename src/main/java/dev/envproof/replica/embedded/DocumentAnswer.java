package dev.envproof.replica.embedded;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Canary documents in the environment's search index, through the alias that its prefix names. */
final class DocumentAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) throws StoreFailure {
        Optional<CanaryRequest<Store.Search>> request = CanaryRequest.of(visit, Store.Search.class);
        return request.isPresent() ? Optional.of(answer(visit, request.get())) : Optional.empty();
    }

    private static Answer answer(Visit visit, CanaryRequest<Store.Search> request) throws StoreFailure {
        if (!request.hasGoodId()) {
            return CanaryRequest.badId();
        }
        String store = request.store().name();
        String alias = SearchNames.alias(prefix(visit, store));
        String document = alias + "/_doc/" + request.id();
        Map<String, String> body = Map.of("id", request.id());
        return switch (request.method()) {
            case "POST" -> {
                send(visit, store, "PUT", document, "{\"id\":\"" + request.id() + "\"}");
                yield Answer.json(201, body);
            }
            case "GET" -> {
                String found = send(
                                visit,
                                store,
                                "GET",
                                searched(visit, store) + "/_search?q=%22" + request.id() + "%22",
                                "")
                        .body();
                yield found.contains(request.id()) ? Answer.json(200, body) : Answer.notFound();
            }
            case "DELETE" ->
                send(visit, store, "DELETE", document, "").status() == 404 ? Answer.notFound() : Answer.empty(204);
            default -> Answer.error(405, "method not allowed");
        };
    }

    /** A service without a prefix of its own falls back to the one in its code, which is production's. */
    private static String prefix(Visit visit, String store) {
        boolean isUnset = visit.shape().shows(Fault.ISOLATION_INDEX_PREFIX_UNSET)
                && visit.environment().name().equals("staging");
        return SearchNames.prefix(
                visit.shape().system(),
                isUnset ? "production" : visit.environment().name(),
                store);
    }

    private static String searched(Visit visit, String store) {
        boolean isWide = visit.shape().shows(Fault.ISOLATION_INDEX_PATTERN_TOO_WIDE)
                && visit.environment().name().equals("production");
        return isWide ? prefix(visit, store) + "_*" : SearchNames.alias(prefix(visit, store));
    }

    private static HttpCall.Reply send(Visit visit, String store, String method, String path, String body)
            throws StoreFailure {
        URI engine = visit.environment()
                .store(store)
                .map(StoreAddress::urlVariable)
                .flatMap(visit.variables()::value)
                .map(URI::create)
                .orElseThrow(() -> new StoreFailure("no address of the " + store));
        try {
            return HttpCall.send(method, engine.resolve("/" + path), Map.of("Content-Type", "application/json"), body);
        } catch (IOException silent) {
            throw new StoreFailure("the " + store + " does not answer");
        }
    }
}
