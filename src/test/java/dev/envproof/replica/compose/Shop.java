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

/** A user's system: one compose file, which two environments start with their own values, or which holds both. */
record Shop(Path folder, String name) {
    private static final Path SOURCE = Path.of("src/test/resources/dev/envproof/replica/compose");
    private static final String COMPOSE = "docker-compose.yml";

    /** A copy to run, with the shipped suites; each environment is a project of its own. */
    static Shop copiedTo(Path folder) {
        return copied("shop", folder);
    }

    /** Likewise, with both environments in one file behind one edge. */
    static Shop mallCopiedTo(Path folder) {
        return copied("mall", folder);
    }

    private static Shop copied(String name, Path folder) {
        copy(SOURCE.resolve(name), folder);
        copy(Path.of("suites"), folder.resolve("suites"));
        return new Shop(folder, name);
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
        return Environments.load(folder.resolve("environments").resolve(name), Map.of(), overlay);
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
