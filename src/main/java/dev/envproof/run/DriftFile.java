package dev.envproof.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.UnknownName;
import dev.envproof.evidence.ShownText;
import dev.envproof.report.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The file of {@code -Dparity.baseline}: what it may hold, and how it is replaced as a whole. */
record DriftFile(Path file) {
    private static final String ROOT = "seen";
    private static final int LARGEST = 1 << 20;
    private static final int LONGEST = 200;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws UnknownName for anything else than what is written here */
    Map<String, Map<String, String>> read() {
        JsonNode root = parsed();
        if (root.size() != 1 || !root.path(ROOT).isObject()) {
            throw refused("nothing in it that a run saw, or more than that");
        }
        Map<String, Map<String, String>> recorded = new TreeMap<>();
        root.path(ROOT).properties().forEach(it -> recorded.put(it.getKey(), values(it.getValue())));
        return recorded;
    }

    private Map<String, String> values(JsonNode node) {
        Map<String, String> values = new TreeMap<>();
        node.properties().forEach(it -> {
            if (!it.getValue().isTextual()) {
                throw refused("a value that is no text");
            }
            values.put(
                    ShownText.of(it.getKey(), LONGEST),
                    ShownText.of(it.getValue().asText(), LONGEST));
        });
        return values;
    }

    private JsonNode parsed() {
        if (!Files.isRegularFile(file)) {
            throw refused("not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw refused("larger than 1 MiB");
            }
            return MAPPER.readTree(bytes);
        } catch (IOException unreadable) {
            throw refused("can't be read as JSON");
        }
    }

    private UnknownName refused(String seen) {
        return new UnknownName("-Dparity.baseline: " + file + ": " + seen
                + "; accepted: a file that -Dparity.baseline wrote, or none yet");
    }

    /** @throws IOException where no file can be written there */
    void requirePlace() throws IOException {
        new BaselineFile(file).requirePlace();
    }

    void write(Map<String, Map<String, String>> seen) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path draft = place.resolveSibling(".parity-" + UUID.randomUUID() + ".json");
        Files.createDirectories(draft.resolveSibling(""));
        try {
            Files.writeString(draft, Json.print(Map.of(ROOT, seen)), StandardOpenOption.CREATE_NEW);
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
