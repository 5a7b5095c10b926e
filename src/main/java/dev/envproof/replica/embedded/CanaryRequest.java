package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest.CanaryPath;
import java.util.Optional;

/**
 * A request about one marker that the caller names: {@code POST records} with {@code {"id": "..."}},
 * {@code GET records/<id>}, {@code DELETE records/<id>}.
 */
record CanaryRequest<S extends Store>(S store, String method, String id) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "[A-Za-z0-9_-]{1,100}";

    /** Empty where the request is for something else, or the service has no store of this kind. */
    static <S extends Store> Optional<CanaryRequest<S>> of(Visit visit, Class<S> kind) {
        return visit.shape().system().canaries().stream()
                .filter(canary -> visit.service().stores().contains(canary.store())
                        || visit.service().name().equals(canary.service()))
                .flatMap(canary -> visit.shape().system().store(canary.store()).stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .flatMap(store -> id(visit.request(), canary)
                                .map(id -> new CanaryRequest<>(
                                        store, visit.request().method(), id))
                                .stream()))
                .findFirst();
    }

    private static Optional<String> id(Request request, CanaryPath canary) {
        return request.path().equals(canary.path()) && request.method().equals("POST")
                ? Optional.of(idIn(request.body()))
                : request.below(canary.path());
    }

    private static String idIn(String body) {
        try {
            return JSON.readTree(body).path("id").asText();
        } catch (JsonProcessingException malformed) {
            return "";
        }
    }

    boolean hasGoodId() {
        return id.matches(ID) && !id.equals("identity");
    }

    static Answer badId() {
        return Answer.error(400, "an id of 1 to 100 letters, digits, _ and - is needed");
    }
}
