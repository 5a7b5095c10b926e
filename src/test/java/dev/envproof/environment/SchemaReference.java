package dev.envproof.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A schema's keys as a Markdown table, one row a key. */
final class SchemaReference {
    private final List<String> rows = new ArrayList<>();

    private SchemaReference() {}

    static String table(Schema schema) {
        SchemaReference reference = new SchemaReference();
        reference.keys("", schema.root());
        return "| key | what it says | accepted |\n|---|---|---|\n" + String.join("", reference.rows);
    }

    private void keys(String path, JsonNode mapping) {
        List<String> required = texts(mapping.path("required"));
        for (Map.Entry<String, JsonNode> property : mapping.path("properties").properties()) {
            String key = path + property.getKey();
            row(key, property.getValue(), required.contains(property.getKey()));
            below(key, property.getValue());
        }
    }

    private void below(String key, JsonNode schema) {
        schema.path("anyOf").forEach(form -> keys(key + ".", form));
        keys(key + ".", schema);
        keys(key + "[].", schema.path("items"));
        JsonNode named = schema.path("additionalProperties");
        keys(key + ".<name>.", named);
        named.path("anyOf").forEach(form -> keys(key + ".<name>.", form));
        if (!named.path("oneOf").isMissingNode()) {
            rowsOfForms(key + ".<name>.", named.path("oneOf"));
        }
    }

    /** A key that several forms share stands once. */
    private void rowsOfForms(String path, JsonNode forms) {
        String kinds = StreamSupport.stream(forms.spliterator(), false)
                .map(form ->
                        "`" + form.path("properties").path("kind").path("const").asString() + "`")
                .collect(Collectors.joining(", "));
        rows.add("| **`" + path + "kind`** | What the store is. | " + kinds + " |\n");
        for (JsonNode form : forms) {
            Map<String, JsonNode> properties = new LinkedHashMap<>();
            form.path("properties")
                    .properties()
                    .forEach(property -> properties.put(property.getKey(), property.getValue()));
            String kind = Objects.requireNonNull(properties.remove("kind"))
                    .path("const")
                    .asString();
            properties.forEach((name, property) ->
                    row(path + name, property, texts(form.path("required")).contains(name), "Of `" + kind + "`: "));
        }
    }

    private void row(String key, JsonNode schema, boolean isRequired) {
        row(key, schema, isRequired, "");
    }

    private void row(String key, JsonNode schema, boolean isRequired, String of) {
        String shown = "`" + key + "`";
        String name = isRequired ? "**" + shown + "**" : shown;
        rows.add("| " + name + " | " + of + schema.path("description").asString() + " | " + accepted(schema) + " |\n");
    }

    private String accepted(JsonNode schema) {
        String otherwise =
                schema.path("default").isMissingNode() || schema.path("default").isContainer()
                        ? ""
                        : " (default `" + schema.path("default").asString() + "`)";
        String example = example(schema).isEmpty() ? "" : ", as `" + example(schema) + "`";
        return (form(schema) + example + otherwise).replace("|", "\\|");
    }

    private static String example(JsonNode schema) {
        JsonNode example = schema.path("examples").path(0);
        JsonNode item = schema.path("items").path("examples").path(0);
        if (example.isMissingNode()) {
            return item.isMissingNode() ? "" : "[" + item.asString() + "]";
        }
        return example.isString() ? example.asString() : example.toString();
    }

    private String form(JsonNode schema) {
        for (JsonNode form : schema.path("anyOf")) {
            if (form.path("enum").isArray()) {
                return texts(form.path("enum")).stream()
                                .map(word -> "`" + word + "`")
                                .collect(Collectors.joining(", "))
                        + (hasMapping(schema) ? " or a mapping" : "");
            }
            if (form.path("type").asString("").equals("integer")) {
                return form.path("minimum").asInt() + " to "
                        + form.path("maximum").asInt();
            }
            if (form.path("const").isString()) {
                return "`" + form.path("const").asString() + "` or a mapping";
            }
            if (form.path("type").asString("").equals("boolean")) {
                return "`true`, `false`";
            }
        }
        return switch (schema.path("type").asString("text")) {
            case "array" -> "list";
            case "object" -> "mapping";
            default -> "text";
        };
    }

    private static boolean hasMapping(JsonNode schema) {
        return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .anyMatch(form -> form.path("properties").isObject());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
