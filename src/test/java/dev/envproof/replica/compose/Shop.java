package dev.envproof.replica.compose;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A user's system: one compose file that two environments start with their own values. */
record Shop(Path folder) {
    private static final Path SOURCE = Path.of("src/test/resources/dev/envproof/replica/compose/shop");
    private static final String COMPOSE = "docker-compose.yml";

    /** A copy to run, with the shipped suites. */
    static Shop copiedTo(Path folder) {
        copy(SOURCE, folder);
        copy(Path.of("suites"), folder.resolve("suites"));
        return new Shop(folder);
    }

    Shop replacing(String part, String replacement) {
        try {
            Path file = folder.resolve(COMPOSE);
            String text = Files.readString(file);
            if (!text.contains(part)) {
                throw new IllegalArgumentException("no such part: " + part);
            }
            Files.writeString(file, text.replace(part, replacement), StandardCharsets.UTF_8);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    SystemUnderTest system(Map<String, String> overlay) {
        return Environments.load(folder.resolve("environments/shop"), Map.of(), overlay);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            List<Path> all = paths.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
