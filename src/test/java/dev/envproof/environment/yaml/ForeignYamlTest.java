package dev.envproof.environment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignYamlTest {
    @TempDir
    private Path folder;

    @Test
    void follows_aliases_and_merges_keys_that_are_not_there_yet() throws IOException {
        assertThat(read("a: &a {x: 1, y: 2}\nb: &b {z: 3}\nc: {y: own, <<: [*a, *b]}\nd: *b\n"))
                .isEqualTo("a{x=1 y=2} b{z=3} c{y=own x=1 z=3} d{z=3}");
    }

    @Test
    void leaves_variables_as_they_stand_and_passes_over_tags() throws IOException {
        assertThat(read("a: !reset {x: '${NAME:-b}', y: !!str 5}\n")).isEqualTo("a{x=${NAME:-b} y=5}");
    }

    private String read(String text) throws IOException {
        Problems problems = new Problems();
        Node root = YamlFile.readForeign(Files.writeString(folder.resolve("a.yml"), text), problems)
                .orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return children(root);
    }

    private static String children(Node node) {
        Map<String, Node.Entry> entries = ((Mapping) node).entries();
        return entries.entrySet().stream()
                .map(entry -> entry.getValue().value() instanceof Scalar scalar
                        ? entry.getKey() + "=" + scalar.text()
                        : entry.getKey() + "{" + children(entry.getValue().value()) + "}")
                .collect(Collectors.joining(" "));
    }
}
