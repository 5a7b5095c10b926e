package dev.envproof.probe.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.Redaction;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An OpenAPI document taken apart into promises: operations, parameters, responses and schemas, without the prose. */
final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What is written for readers, and names that tools give. */
    private static final Set<String> PROSE = Set.of(
            "description", "summary", "title", "example", "examples", "externalDocs", "tags", "operationId", "servers");

    /** Below these stand names of the API's own, whatever they are. */
    private static final Set<String> NAMES = Set.of(
            "paths",
            "properties",
            "patternProperties",
            "schemas",
            "definitions",
            "responses",
            "headers",
            "content",
            "callbacks",
            "securitySchemes");

    private static final int MOST = 50_000;
    private static final int DEEPEST = 100;
    private static final int LONGEST = 300;

    private final JsonNode document;
    private final Set<String> statements = new TreeSet<>();

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /** Empty where the text is no OpenAPI document. */
    static Optional<OpenApi> parse(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return root.path("paths").isObject() && (root.has("openapi") || root.has("swagger"))
                    ? Optional.of(new OpenApi(root))
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    Set<String> statements(Redaction redaction) {
        read("paths", document.path("paths"), true, 0);
        read("components", document.path("components"), false, 0);
        read("definitions", document.path("definitions"), true, 0);
        TreeSet<String> told = new TreeSet<>();
        statements.forEach(statement -> told.add(redaction.redact(statement, LONGEST)));
        return told;
    }

    private void read(String at, JsonNode node, boolean hasNames, int depth) {
        if (statements.size() >= MOST || depth > DEEPEST || node.isMissingNode()) {
            return;
        }
        if (node.isObject()) {
            statements.add(at);
            node.properties().forEach(member -> {
                if (hasNames || !PROSE.contains(member.getKey())) {
                    boolean isNaming = !hasNames && NAMES.contains(member.getKey());
                    read(at + " " + member.getKey(), member.getValue(), isNaming, depth + 1);
                }
            });
        } else if (node.isArray()) {
            node.forEach(item -> read(at + " " + nameOf(item), item, false, depth + 1)); // the order says nothing
        } else {
            statements.add(at + ": " + node.asText());
        }
    }

    /** A parameter is known by its place and name, whatever stands before it. */
    private static String nameOf(JsonNode item) {
        return item.isObject() && item.has("name")
                ? item.path("in").asText() + ":" + item.path("name").asText()
                : "-";
    }
}
