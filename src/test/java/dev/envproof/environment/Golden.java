package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that users read, kept in files; the variable {@code GOLDEN=write} writes them anew, for review. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/envproof/environment/golden");

    private Golden() {}

    static void holds(String name, String text) {
        Path file = file(name);
        try {
            if ("write".equals(System.getenv("GOLDEN"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).as("the text in %s", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String name) {
        return FOLDER.resolve(name + ".txt");
    }
}
