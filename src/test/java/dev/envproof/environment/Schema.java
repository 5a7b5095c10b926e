package dev.envproof.environment;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A shipped JSON Schema as editors read it, with a file to try it on. */
final class Schema {
    static final Path FOLDER = Path.of("environments");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode root;
    private final com.networknt.schema.Schema validator;

    private Schema(JsonNode root) {
        this.root = root;
        this.validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    /** @param kind {@code system} or {@code environment} */
    static Schema of(String kind) {
        return new Schema(new JsonMapper().readTree(FOLDER.resolve(kind + ".schema.json")));
    }

    static Schema ofFile(String file) {
        return of(file.equals("system.yaml") ? "system" : "environment");
    }

    JsonNode root() {
        return root;
    }

    boolean accepts(JsonNode file) {
        return validator.validate(file).isEmpty();
    }

    /** A text that is not YAML is not accepted. */
    boolean acceptsText(String file) {
        try {
            return accepts(yaml(file));
        } catch (JacksonException notYaml) {
            return false;
        }
    }

    static JsonNode yaml(String text) {
        return YAML.readTree(text);
    }

    /** The file with another value at the path, whose keys are joined by dots. */
    static JsonNode with(JsonNode file, String path, JsonNode value) {
        JsonNode changed = file.deepCopy();
        int last = path.lastIndexOf('.');
        String name = path.substring(last + 1);
        if (at(changed, path.substring(0, Math.max(last, 0))) instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) at(changed, path.substring(0, Math.max(last, 0)))).set(name, value);
        }
        return changed;
    }

    static JsonNode at(JsonNode file, String path) {
        return file.at(path.isEmpty() ? "" : "/" + path.replace('.', '/'));
    }

    /** Every value of the file that the schema describes. */
    List<Described> describes(JsonNode file) {
        List<Described> found = new ArrayList<>();
        walk("", root, file, found);
        return found;
    }

    /** A value that the schema describes: its place in the file, and what is said about it. */
    record Described(String path, JsonNode schema) {
        boolean isReference() {
            return schema.path("$ref").asString("").endsWith("/reference");
        }

        /** The keys of a mapping whose keys are fixed. */
        Optional<List<String>> keys() {
            return Optional.of(schema.path("properties"))
                    .filter(JsonNode::isObject)
                    .map(properties -> List.copyOf(properties.propertyNames()));
        }
    }

    private void walk(String path, JsonNode schema, JsonNode value, List<Described> found) {
        JsonNode chosen = chosen(schema, value);
        found.add(new Described(path, chosen));
        String prefix = path.isEmpty() ? "" : path + ".";
        if (value.isArray() && !value.isEmpty()) {
            walk(prefix + "0", chosen.path("items"), value.get(0), found);
        }
        for (String name : value.propertyNames()) {
            JsonNode property = chosen.path("properties").path(name);
            walk(
                    prefix + name,
                    property.isMissingNode() ? chosen.path("additionalProperties") : property,
                    value.path(name),
                    found);
        }
    }

    /** Of several forms the one that the file uses. */
    private static JsonNode chosen(JsonNode schema, JsonNode value) {
        for (JsonNode form : schema.path("oneOf")) {
            if (form.path("properties").path("kind").path("const").equals(value.path("kind"))) {
                return form;
            }
        }
        for (JsonNode form : schema.path("anyOf")) {
            if (value.isObject()
                    && form.path("properties").isObject()
                    && !schema.path("properties").isObject()) {
                return form;
            }
        }
        return schema;
    }
}
