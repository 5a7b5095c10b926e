package dev.envproof.probe.logs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a service's log, as far as this run reads it. */
final class LogTail {
    private static final int MOST_BYTES = 2 << 20;
    private static final int LONGEST_LINE = 64 << 10;

    private final String service;
    private final Path file;

    LogTail(String service, Path file) {
        this.service = service;
        this.file = file;
    }

    /** Every line ends at a line feed or a carriage return, as a terminal and a log collector see it. */
    List<LogLine> lines() {
        return List.of(text().split("[\\r\\n]+")).stream()
                .filter(line -> !line.isBlank())
                .map(line -> new LogLine(service, line.substring(0, Math.min(line.length(), LONGEST_LINE))))
                .toList();
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
}
