package dev.envproof;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own classes and source files, as the tests about its structure read them. */
final class Project {
    static final String ROOT = "dev.envproof";

    /** What ships: the classes of src/main. */
    static final JavaClasses SHIPPED = new ClassFileImporter()
            // not the predefined option: the profile `fast` compiles tests to a directory of another name
            .withImportOption(location -> !location.contains("test-classes/"))
            .importPackages(ROOT);

    /** What ships, and the tests. */
    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(ROOT);

    private Project() {}

    static List<Path> sources() {
        return Stream.of("src/main/java", "src/test/java")
                .map(Path::of)
                .flatMap(root -> javaFilesBelow(root).stream())
                .toList();
    }

    private static List<Path> javaFilesBelow(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
