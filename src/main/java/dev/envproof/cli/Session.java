package dev.envproof.cli;

import dev.envproof.environment.TypedPath;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command works with.
 *
 * @param folder where {@code environments/}, {@code suites/} and {@code reports/} are
 * @param variables the process environment
 */
record Session(Path folder, Map<String, String> variables, InputStream in, PrintStream out, PrintStream err) {
    Session {
        variables = Map.copyOf(variables);
    }

    /** @throws dev.envproof.environment.UnknownName where no file can be called so */
    Path path(String typed) {
        return TypedPath.in(folder, typed);
    }
}
