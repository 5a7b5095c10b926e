package dev.envproof.importing;

import dev.envproof.environment.BadEnvironmentFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An empty folder in which a test has files to import. */
record Folder(Path root) {
    private static final Path FIXTURES = Path.of("src/test/resources/dev/envproof/importing");

    /** A folder with a copy of one fixture. */
    Folder with(String fixture) {
        try (Stream<Path> files = Files.list(FIXTURES.resolve(fixture))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, root.resolve(String.valueOf(file.getFileName())));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.resolveSibling(""));
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the import says; paths as if the folder were the current one. */
    String importing(String system, String... files) {
        return importing(false, system, files);
    }

    String importing(boolean overwrites, String system, String... files) {
        List<String> arguments = Arrays.stream(files)
                .map(file -> file.contains("=") ? file.replaceFirst("=", "=" + root + "/") : root + "/" + file)
                .toList();
        try {
            return said(String.join("\n", new Import(environments(), system, arguments, overwrites).run()));
        } catch (BadEnvironmentFiles bad) {
            return said(String.valueOf(bad.getMessage()));
        }
    }

    private String said(String text) {
        return text.replace(root.toString().replace('\\', '/') + "/", "") + "\n";
    }

    Path environments() {
        return root.resolve("environments");
    }

    String written(String system, String name) {
        return text(environments().resolve(system).resolve(name + ".yaml"));
    }

    /** All that was written, file by file. */
    String allWritten(String system) {
        return names(environments().resolve(system)).stream()
                .map(name -> "=== " + name + "\n"
                        + text(environments().resolve(system).resolve(name)))
                .collect(Collectors.joining("\n"));
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares with a golden file; the variable {@code GOLDEN=write} writes it anew, for review. */
    static String golden(String name, String text) {
        Path file = FIXTURES.resolve("golden").resolve(name + ".txt");
        try {
            if ("write".equals(System.getenv("GOLDEN"))) {
                Files.createDirectories(file.resolveSibling(""));
                Files.writeString(file, text);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
