package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema that editors complete by accepts the very keys that the loader accepts. */
class SuiteSchemaTest {
    private static final String GOOD = """
            suite: mine
            says: mine
            at-least: 3
            blocking: low
            alerts: { requests: 1000, down: 3, error-rate: 5, latency: 800, dependencies: 1 }
            owners: { secrets: platform, cors/foreign-origin-is-refused: edge }
            notify: { slack: SLACK_WEBHOOK_URL, webhook: OWN_WEBHOOK_URL }
            waivers:
              - { rule: cors/foreign-origin-is-refused, owner: jo, reason: soon, environment: staging, expires: 2026-12-31 }
              - { rule: isolation/volumes-are-not-shared, owner: jo, reason: soon, environment: staging, other: production, expires: 2026-12-31 }
            """;

    private static final List<String> VALUES = List.of(
            "''",
            "' '",
            "x",
            "X",
            "x y",
            "5",
            "-1",
            "0",
            "99",
            "100",
            "1000",
            "1001",
            "60000",
            "60001",
            "10000",
            "10001",
            "1.5",
            "'5'",
            "true",
            "null",
            "[]",
            "[x]",
            "{}",
            "high",
            "'2026-11-21'",
            "2026-11-21",
            "2026-1-1",
            "tomorrow",
            "\"x\\ny\"",
            "x".repeat(1_001),
            "a-b",
            "-a",
            "a_b",
            "5a",
            "https://hooks.example/T0/B0/x",
            "A".repeat(129));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_schema_has_the_loaders_keys() throws IOException {
        assertThat(acceptedKeys("nosuchkey")).containsExactlyInAnyOrderElementsOf(keys(schema()));
    }

    @Test
    void the_schema_has_the_loaders_keys_of_a_waiver() throws IOException {
        assertThat(acceptedKeys("waivers.0.nosuchkey"))
                .containsExactlyInAnyOrderElementsOf(keys(schema().at("/properties/waivers/items")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts", "notify"})
    void the_schema_has_the_loaders_keys_of(String section) throws IOException {
        assertThat(acceptedKeys(section + ".nosuchkey"))
                .containsExactlyInAnyOrderElementsOf(keys(schema().at("/properties/" + section)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "says",
                "at-least",
                "blocking",
                "owner",
                "reason",
                "environment",
                "other",
                "expires",
                "requests",
                "error-rate",
                "latency",
                "slack",
                "webhook",
                "secrets"
            })
    void the_loader_and_the_schema_judge_every_value_alike(String key) throws IOException {
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper().readTree(Path.of("suites", "suite.schema.json")));
        for (String value : VALUES) {
            String text = GOOD.replaceFirst("(?<![a-z-])" + key + ": [A-Za-z0-9_-]+", key + ": " + value);
            assertThat(validator.validate(new YAMLMapper().readTree(text)).isEmpty())
                    .as("the schema on `%s: %s`", key, value)
                    .isEqualTo(loads(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"includes", "excludes"})
    void the_schema_accepts_every_family_and_rule(String key) throws IOException {
        String pattern = schema().at("/properties/" + key + "/items/pattern").asText();
        assertThat(Rules.all())
                .extracting(rule -> rule.card().id())
                .allMatch(
                        id -> id.matches(pattern) && id.replaceFirst("/.*", "").matches(pattern));
        assertThat("CORS").doesNotMatch(pattern);
    }

    private boolean loads(String text) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), text);
        return catchThrowable(() -> new Suites(folder).load("mine")) == null;
    }

    private List<String> acceptedKeys(String wrong) throws IOException {
        Files.writeString(
                folder.resolve("mine.yaml"),
                "nosuchkey: 1\nwaivers: [{ nosuchkey: 1 }]\nalerts: { nosuchkey: 1 }\nnotify: { nosuchkey: 1 }\n");
        Throwable problems = catchThrowable(() -> new Suites(folder).load("mine"));
        String line = String.valueOf(problems.getMessage())
                .lines()
                .filter(it -> it.contains("`" + wrong + "`: unknown key"))
                .findFirst()
                .orElseThrow();
        return Arrays.asList(line.substring(line.indexOf("accepted: ") + 10).split(", ", -1));
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("suites", "suite.schema.json").toFile());
    }

    private static Set<String> keys(JsonNode schema) {
        TreeSet<String> keys = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
