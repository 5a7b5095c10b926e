package dev.envproof.examples;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files of {@code examples/}, and the schemas that they are checked by. */
final class Example {
    private static final Path FOLDER = Path.of("examples");
    private static final Pattern TEMPLATE =
            Pattern.compile("\\{\\{ (?:printf (\"[^\"]*\") )?\\.(\\S+) \\| quote \\}\\}");

    private Example() {}

    /** Every file but those of the example projects, which run by scripts of their own. */
    static List<String> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("consumer/"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The documents of a YAML file; a Helm template is rendered first. */
    static List<JsonNode> documents(String name) {
        return parsed(name.contains("/templates/") ? rendered(text(name)) : text(name));
    }

    static List<JsonNode> parsed(String yaml) {
        return new YAMLMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(yaml)
                .readAll();
    }

    /** The few forms that the example uses; any other stays, and is no YAML. */
    private static String rendered(String template) {
        JsonNode values = parsed(text("helm/values.yaml")).get(0);
        return TEMPLATE.matcher(template).replaceAll(match -> {
            String value = value(match, values);
            String form = Objects.requireNonNullElse(match.group(1), "\"%s\"");
            return form.replace("%s", value).replace("$", "\\$");
        });
    }

    private static String value(MatchResult match, JsonNode values) {
        String path = match.group(2);
        if (path.equals("Release.Name")) {
            return "shop";
        }
        JsonNode value = values.at("/" + path.replaceFirst("^Values\\.", "").replace('.', '/'));
        if (!path.startsWith("Values.") || value.isMissingNode()) {
            throw new IllegalArgumentException("values.yaml has no " + path);
        }
        return value.asString();
    }

    /** A schema of the test's resources; {@code #Job} names one of its definitions. */
    static Schema schema(String name) {
        String file = name.replaceFirst("#.*", "") + ".schema.json";
        String reference = name.contains("#") ? "#/$defs/" + name.substring(name.indexOf('#') + 1) : "#";
        String id = "https://envproof.example/" + file;
        UnaryOperator<String> resource = asked -> asked.startsWith(id) ? schemaText(file) : null;
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(resource));
        return registry.getSchema(SchemaLocation.of(id + reference));
    }

    static List<String> complaints(String schema, JsonNode document) {
        return schema(schema).validate(document).stream().map(Object::toString).toList();
    }

    private static String schemaText(String file) {
        try (InputStream in = Objects.requireNonNull(Example.class.getResourceAsStream(file))) {
            JsonNode tree = new JsonMapper().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            ((tools.jackson.databind.node.ObjectNode) tree).put("$id", "https://envproof.example/" + file);
            return tree.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
