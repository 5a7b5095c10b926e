package dev.envproof.replica.embedded;

import dev.envproof.environment.Store;
import java.util.Map;
import java.util.Optional;

/** Canary objects in the environment's bucket. */
final class ObjectAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) throws StoreFailure {
        Optional<CanaryRequest<Store.ObjectStorage>> request = CanaryRequest.of(visit, Store.ObjectStorage.class);
        return request.isPresent() ? Optional.of(answer(visit, request.get())) : Optional.empty();
    }

    private static Answer answer(Visit visit, CanaryRequest<Store.ObjectStorage> request) throws StoreFailure {
        if (!request.hasGoodId()) {
            return CanaryRequest.badId();
        }
        StoreClient client = StoreClient.of(visit, request.store().name());
        String object = "/storage/v1/object/" + request.store().bucket() + "/" + request.id();
        Map<String, String> body = Map.of("id", request.id());
        return switch (request.method()) {
            case "POST" ->
                client.statusOf("POST", object, request.id()) == 409
                        ? Answer.error(409, "the object exists")
                        : Answer.json(201, body);
            case "GET" -> client.statusOf("GET", object, "") == 404 ? Answer.notFound() : Answer.json(200, body);
            case "DELETE" -> client.statusOf("DELETE", object, "") == 404 ? Answer.notFound() : Answer.empty(204);
            default -> Answer.error(405, "method not allowed");
        };
    }
}
