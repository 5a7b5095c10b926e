package dev.envproof.replica.embedded;

import dev.envproof.environment.Store;
import java.util.Map;
import java.util.Optional;

/** Canary rows in the environment's database. */
final class RecordAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) throws StoreFailure {
        Optional<CanaryRequest<Store.Database>> request = CanaryRequest.of(visit, Store.Database.class);
        return request.isPresent() ? Optional.of(answer(visit, request.get())) : Optional.empty();
    }

    private static Answer answer(Visit visit, CanaryRequest<Store.Database> request) throws StoreFailure {
        if (!request.hasGoodId()) {
            return LogFaults.error(visit).orElseGet(CanaryRequest::badId);
        }
        StoreClient client = StoreClient.of(visit, request.store().name());
        String row = "/rest/v1/records?id=eq." + request.id();
        Map<String, String> body = Map.of("id", request.id());
        return switch (request.method()) {
            case "POST" -> {
                int status = client.statusOf("POST", "/rest/v1/records", "{\"id\":\"" + request.id() + "\"}");
                yield status == 409 ? Answer.error(409, "the record exists") : Answer.json(201, body);
            }
            case "GET" -> client.getJson(row).isEmpty() ? Answer.notFound() : Answer.json(200, body);
            case "DELETE" -> client.statusOf("DELETE", row, "") == 404 ? Answer.notFound() : Answer.empty(204);
            default -> Answer.error(405, "method not allowed");
        };
    }
}
