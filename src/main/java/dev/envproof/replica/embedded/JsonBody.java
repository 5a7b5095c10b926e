package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON object whose members are placed by pointer (RFC 6901), where the system's file says that they are. */
final class JsonBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ObjectNode root = JSON.createObjectNode();

    JsonBody put(String pointer, String value) {
        JsonPointer place = JsonPointer.compile(pointer);
        parent(place).put(place.last().getMatchingProperty(), value);
        return this;
    }

    /** An object without members. */
    JsonBody putObject(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        parent(place).putObject(place.last().getMatchingProperty());
        return this;
    }

    private ObjectNode parent(JsonPointer place) {
        return place.head().matches() ? root : root.withObject(place.head());
    }

    ObjectNode asNode() {
        return root;
    }
}
