package dev.envproof.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.UnknownName;
import dev.envproof.report.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The file of {@code -Dlatency.baseline}: what it may hold, and how it is replaced as a whole. */
record BaselineFile(Path file) {
    private static final String ROOT = "medianMillis";
    private static final String ACCEPTED = "; accepted: a file that -Dlatency.baseline wrote, or none yet";
    private static final int LARGEST = 1 << 20;
    /** In milliseconds: five minutes, longer than any answer is waited for. */
    private static final double LONGEST = 300_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws UnknownName for anything else than what is written here: it would be lost when more is added */
    Map<String, Map<String, Double>> read() {
        JsonNode root = parsed();
        JsonNode medians = root.path(ROOT);
        if (root.size() != 1 || !medians.isObject() || medians.isEmpty()) {
            throw refused("no latency in it, or more than that");
        }
        Map<String, Map<String, Double>> recorded = new TreeMap<>();
        medians.properties().forEach(it -> recorded.put(it.getKey(), paths(it.getValue())));
        return recorded;
    }

    private Map<String, Double> paths(JsonNode node) {
        if (!node.isObject()) {
            throw refused("no paths with their latencies at an environment");
        }
        Map<String, Double> paths = new TreeMap<>();
        node.properties().forEach(path -> {
            double millis = path.getValue().isNumber() ? path.getValue().doubleValue() : Double.NaN;
            if (!(millis > 0 && millis <= LONGEST)) {
                throw refused("a latency that is no number of milliseconds up to five minutes");
            }
            paths.put(path.getKey(), millis);
        });
        return paths;
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
        return new UnknownName("-Dlatency.baseline: " + file + ": " + seen + ACCEPTED);
    }

    /** @throws IOException where no file can be written there */
    void requirePlace() throws IOException {
        Path draft = draft(file.toAbsolutePath());
        Files.createDirectories(draft.resolveSibling(""));
        Files.createFile(draft);
        Files.delete(draft);
    }

    /** A file that is there keeps its mode, a new one has that of the umask; what a link leads to is replaced. */
    void write(Map<String, Map<String, Double>> medians) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path draft = draft(place);
        Files.createDirectories(draft.resolveSibling(""));
        try {
            Files.writeString(draft, Json.print(Map.of(ROOT, medians)), StandardOpenOption.CREATE_NEW);
            PosixFileAttributeView mode = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
            if (Files.exists(place) && mode != null) {
                mode.setPermissions(Files.getPosixFilePermissions(place));
            }
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path draft(Path place) {
        return place.resolveSibling(".latency-" + UUID.randomUUID() + ".json");
    }
}
