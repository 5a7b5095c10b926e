package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema that editors complete by accepts the very keys that the loader accepts. */
class SuiteSchemaTest {
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

    private List<String> acceptedKeys(String wrong) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), "nosuchkey: 1\nwaivers: [{ nosuchkey: 1 }]\n");
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
