package dev.envproof.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there as a whole or not at all: it is written beside its place and moved there at once. A link in its
 * place is replaced; what it leads to stays as it is.
 */
final class WholeFile {
    /** Readers that look for a file's ending, as the node exporter does, pass it by. */
    static final String UNFINISHED = ".unfinished";

    private WholeFile() {}

    static void write(Path file, Text text) throws IOException {
        Path unfinished = file.resolveSibling(UNFINISHED);
        try {
            try (Writer to = open(unfinished)) {
                text.write(to);
            }
            move(unfinished, file);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(unfinished);
            throw failed;
        }
    }

    /** Unlike Files.newBufferedWriter, it writes a question mark for half a character, and goes on. */
    private static Writer open(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(
                Files.newOutputStream(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                StandardCharsets.UTF_8));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes what the file holds. */
    interface Text {
        void write(Writer to) throws IOException;
    }
}
