package dev.envproof.replica.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the job-platform's files in which some keys have other values: how a service is misconfigured by files. */
final class ChangedFiles {
    private static final Path SHIPPED = Path.of("environments", "job-platform");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private ChangedFiles() {}

    /**
     * Writes the copy below a folder that is not there yet.
     *
     * @param changes {@code <file>.<key>.<key>} to a YAML value
     */
    static Path write(Path folder, Map<String, String> changes) {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            Path system = Files.createDirectories(folder.resolve("job-platform"));
            for (Path file : files.toList()) {
                JsonNode tree = YAML.readTree(file.toFile());
                for (Map.Entry<String, String> change : changes.entrySet()) {
                    List<String> keys = new ArrayList<>(List.of(change.getKey().split("\\.")));
                    if (file.endsWith(keys.remove(0) + ".yaml")) {
                        set(tree, keys, YAML.readTree(change.getValue()));
                    }
                }
                YAML.writeValue(system.resolve(file.getFileName()).toFile(), tree);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(JsonNode tree, List<String> keys, JsonNode value) {
        String last = keys.get(keys.size() - 1);
        JsonNode parent = tree.at("/" + String.join("/", keys.subList(0, keys.size() - 1)));
        if (keys.size() == 1) {
            ((ObjectNode) tree).set(last, value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }
}
