package dev.envproof.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The end of a log file of one JSON object a line; a line may appear a little after the answer that it is about. */
public final class LogTail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final Path file;

    public LogTail(Path file) {
        this.file = file;
    }

    /** The first line whose value at the pointer is this; empty where none came in time or the file can't be read. */
    public Optional<JsonNode> lineWith(String pointer, String value) {
        AtomicReference<Optional<JsonNode>> found = new AtomicReference<>(Optional.empty());
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .until(() -> {
                        found.set(search(pointer, value).findFirst());
                        return found.get().isPresent();
                    });
        } catch (ConditionTimeoutException never) {
            return Optional.empty();
        }
        return found.get();
    }

    /** Every line that is there now and has this value at the pointer, in order. */
    public List<JsonNode> linesWith(String pointer, String value) {
        return search(pointer, value).toList();
    }

    private Stream<JsonNode> search(String pointer, String value) {
        return text().lines()
                .filter(line -> line.contains(value))
                .flatMap(line -> parsed(line).stream())
                .filter(line -> line.at(pointer).asText().equals(value));
    }

    private String text() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - LONGEST);
            byte[] bytes = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.ofNullable(JSON.readTree(line));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
