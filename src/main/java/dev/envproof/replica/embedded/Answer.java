package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server of the replica answers. */
record Answer(int status, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer json(int status, Object body) {
        try {
            return of(status, "application/json", JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("answers are made of texts, numbers and maps", impossible);
        }
    }

    static Answer of(int status, String type, String body) {
        return new Answer(status, Map.of("Content-Type", type), body);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    static Answer error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    static Answer notFound() {
        return error(404, "not found");
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
