package dev.envproof.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The end of a service's log, as far as this run reads it; a line may appear a little after the answer that it is about.
 * A log that can't be read is no empty one: then every look throws {@link UncheckedIOException}.
 */
public final class LogTail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 2 << 20;
    private static final int LONGEST_LINE = 64 << 10;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final String service;
    private final Path file;

    public LogTail(String service, Path file) {
        this.service = service;
        this.file = file;
    }

    public String service() {
        return service;
    }

    /** Every line ends at a line feed or a carriage return, as a terminal and a log collector see it. */
    public List<String> lines() {
        return List.of(text().split("[\\r\\n]+")).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .toList();
    }

    /** The first line of JSON whose value at the pointer is this; empty where none came in time. */
    public Optional<JsonNode> lineWith(String pointer, String value) {
        try {
            return Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN)
                    .atMost(PATIENCE)
                    .ignoreException(UncheckedIOException.class)
                    .until(() -> search(pointer, value).findFirst(), Optional::isPresent);
        } catch (ConditionTimeoutException never) {
            return search(pointer, value).findFirst();
        }
    }

    /** Every line of JSON that is there now and has this value at the pointer, in order. */
    public List<JsonNode> linesWith(String pointer, String value) {
        return search(pointer, value).toList();
    }

    private Stream<JsonNode> search(String pointer, String value) {
        return lines().stream()
                .filter(line -> line.contains(value))
                .flatMap(line -> parsed(line).stream())
                .filter(line -> line.at(pointer).asText().equals(value));
    }

    private String text() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - MOST_BYTES);
            byte[] bytes = new byte[Math.toIntExact(Math.min(MOST_BYTES, log.length() - from))];
            log.seek(from);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the log of " + service + " can't be read", unreadable);
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
