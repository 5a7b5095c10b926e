package dev.envproof.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the shipped files that a test may spoil. */
final class SystemCopy {
    static final Path SHIPPED = Path.of("environments", "job-platform");

    private final Path above;
    private final Path folder;

    /** @param above an empty folder */
    SystemCopy(Path above) {
        this.above = above;
        this.folder = above.resolve("environments").resolve("job-platform");
        write(() -> Files.createDirectories(folder));
        shippedFiles().forEach(file -> write(() -> Files.copy(file, folder.resolve(file.getFileName()))));
    }

    static List<Path> shippedFiles() {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String name, String part, String replacement) {
        String text = text(name);
        assertThat(text).as("what the test replaces in %s", name).contains(part);
        write(name, text.replace(part, replacement));
    }

    void link(String name, String target) {
        write(() -> Files.createSymbolicLink(file(name), Path.of(target)));
    }

    void write(String name, String text) {
        write(name, text.getBytes(UTF_8));
    }

    void write(String name, byte[] bytes) {
        write(() -> Files.write(file(name), bytes));
    }

    void delete(String name) {
        write(() -> Files.delete(file(name)));
    }

    void makeFolder(String name) {
        write(() -> Files.createDirectory(file(name)));
    }

    void deleteAll() {
        shippedFiles().forEach(file -> delete(String.valueOf(file.getFileName())));
        write(() -> Files.delete(folder));
    }

    /** The problems of the copy, with paths as in the project; fails where there is none. */
    String problems(Map<String, String> processEnvironment, Map<String, String> overlay) {
        try {
            return "no problem: "
                    + Environments.load(folder, processEnvironment, overlay).name() + " was loaded\n";
        } catch (BadEnvironmentFiles bad) {
            return String.valueOf(bad.getMessage()).replace(above.toString().replace('\\', '/') + "/", "") + "\n";
        }
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
