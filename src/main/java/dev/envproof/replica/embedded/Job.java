package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a service puts into a queue: a JSON object in a Redis list of the queue's name, taken from its head.
 *
 * @param environment the environment that the service was asked for, which travels with the job
 * @param seconds how long it takes
 */
record Job(String id, String queue, String environment, int seconds) {
    private static final JsonMapper JSON = new JsonMapper();
    static final String PENDING = "PENDING";
    static final String DONE = "SUCCESS";
    static final String ENDED = "FAILURE";

    /** @throws JsonProcessingException where it is no JSON */
    static Job read(String json) throws JsonProcessingException {
        JsonNode node = JSON.readTree(json);
        return new Job(
                node.path("id").asText(),
                node.path("queue").asText(),
                node.path("environment").asText(),
                node.path("seconds").asInt());
    }

    String asJson() {
        return json(Map.of("id", id, "queue", queue, "environment", environment, "seconds", seconds));
    }

    Job in(String named) {
        return new Job(id, queue, named, seconds);
    }

    /** The key of what came of it, with the results. */
    static String key(String id) {
        return "job:" + id;
    }

    /** The key that tells a worker, by the broker, that nobody wants it any more. */
    static String revoked(String id) {
        return "revoked:" + id;
    }

    String result(String state, Map<String, String> workerVariables, Map<String, String> serviceVariables) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", id);
        result.put("queue", queue);
        result.put("state", state);
        result.put("environment", environment);
        result.put("worker", Map.of("variables", workerVariables));
        result.put("service", Map.of("variables", serviceVariables));
        return json(result);
    }

    /** The service's fingerprints in a result; none where there is no result. */
    static Map<String, String> serviceVariables(Optional<String> result) {
        Map<String, String> variables = new LinkedHashMap<>();
        try {
            JSON.readTree(result.orElse("{}"))
                    .at("/service/variables")
                    .properties()
                    .forEach(field ->
                            variables.put(field.getKey(), field.getValue().asText()));
        } catch (JsonProcessingException unreadable) {
            return Map.of();
        }
        return variables;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts, numbers and maps are always JSON", impossible);
        }
    }
}
