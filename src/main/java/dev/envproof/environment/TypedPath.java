package dev.envproof.environment;

import dev.envproof.environment.yaml.KeyPath;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The name of a file as a user typed it. */
public final class TypedPath {
    private TypedPath() {}

    /** @throws UnknownName where no file can be called so, such as one with letters that the locale has not */
    public static Path in(Path folder, String typed) {
        try {
            return folder.resolve(typed);
        } catch (InvalidPathException impossible) {
            throw new UnknownName(KeyPath.shown(typed) + ": no file can be named so here;"
                    + " accepted: characters that the locale has (LC_ALL=C.UTF-8 has all)");
        }
    }
}
