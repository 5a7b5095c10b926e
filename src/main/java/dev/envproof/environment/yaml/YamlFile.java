package dev.envproof.environment.yaml;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads one YAML file: one of the project's own, in its strict form, or one that another program owns. */
public final class YamlFile {
    private static final String WHAT = "a YAML file";

    private YamlFile() {}

    /** The file's tree, or nothing where it could not be read; the problems say why. */
    public static Optional<Node> read(Path file, Map<String, String> processEnvironment, Problems problems) {
        return read(file, new OwnDialect(new VariableText(processEnvironment, problems)), problems);
    }

    /** The same for another program's file: anchors are followed, tags passed over, variables left as they stand. */
    public static Optional<Node> readForeign(Path file, Problems problems) {
        return read(file, new ForeignDialect(), problems);
    }

    /** The same for a text that such a file holds. */
    public static Optional<Node> readForeign(String shown, String text, Problems problems) {
        return YamlTree.read(shown, text, new ForeignDialect(), problems);
    }

    private static Optional<Node> read(Path file, Dialect dialect, Problems problems) {
        return TextFile.read(file, WHAT, problems).flatMap(text -> YamlTree.read(shown(file), text, dialect, problems));
    }

    /** A path as error texts show it, alike on every operating system. */
    public static String shown(Path file) {
        return TextFile.shown(file);
    }
}
