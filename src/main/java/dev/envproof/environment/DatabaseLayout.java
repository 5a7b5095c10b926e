package dev.envproof.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a PostgreSQL database must have in every environment.
 *
 * @param schemas schemas that are there
 * @param extensions extensions by name
 * @param major the server's major version
 * @param indexes names of indexes that are there
 * @param isCompared whether its tables and columns must be the same in every environment
 */
public record DatabaseLayout(
        List<String> schemas,
        Map<String, Presence> extensions,
        Optional<Integer> major,
        List<String> indexes,
        boolean isCompared) {
    public DatabaseLayout {
        schemas = List.copyOf(schemas);
        extensions = Map.copyOf(extensions);
        indexes = List.copyOf(indexes);
    }

    public static DatabaseLayout undeclared() {
        return new DatabaseLayout(List.of(), Map.of(), Optional.empty(), List.of(), false);
    }

    /** Whether an extension must be installed, or only where the server has it. */
    public enum Presence {
        REQUIRED,
        IF_AVAILABLE
    }
}
