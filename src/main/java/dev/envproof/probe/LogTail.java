package dev.envproof.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The end of a service's log, and its beginning, as far as this run reads them; a line may appear a little after the
 * answer that it is about. A log that can't be read is no empty one: then every look throws {@link UncheckedIOException}.
 */
public final class LogTail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 2 << 20;
    private static final int FIRST_BYTES = 512 << 10;
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

    /** Whether the log is there and open to this run. */
    public boolean isReadable() {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }

    /** How long the log is now, in bytes; zero where there is none. */
    public long length() {
        return file.toFile().length();
    }

    /** The newest lines; every line ends at a line feed or a carriage return, as a terminal and a log collector see it. */
    public List<String> lines() {
        return lines(text(0));
    }

    /** What a service says when it starts, where that is not among the newest lines. */
    public List<String> firstLines() {
        return lines(firstText());
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

    /** The lines of JSON since the log had this length, and all of a log that was begun anew since. */
    public List<JsonNode> linesSince(long length) {
        return lines(text(length() < length ? 0 : length)).stream()
                .flatMap(line -> parsed(line).stream())
                .toList();
    }

    private Stream<JsonNode> search(String pointer, String value) {
        return lines().stream()
                .filter(line -> line.contains(value))
                .flatMap(line -> parsed(line).stream())
                .filter(line -> line.at(pointer).asText().equals(value));
    }

    private static List<String> lines(String text) {
        return List.of(text.split("[\\r\\n]+")).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private String text(long from) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(from, log.length() - MOST_BYTES);
            return text(log, start, Math.max(start, log.length()));
        } catch (IOException unreadable) {
            throw unread(unreadable);
        }
    }

    private String firstText() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            return text(log, 0, Math.max(0, Math.min(FIRST_BYTES, log.length() - MOST_BYTES)));
        } catch (IOException unreadable) {
            throw unread(unreadable);
        }
    }

    private static String text(RandomAccessFile log, long from, long until) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(until - from)];
        log.seek(from);
        log.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private UncheckedIOException unread(IOException unreadable) {
        return new UncheckedIOException("the log of " + service + " can't be read", unreadable);
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.ofNullable(JSON.readTree(line));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
