package dev.envproof.probe.store;

import dev.envproof.environment.Store.ColumnName;
import java.util.Map;
import java.util.Set;

/**
 * What one database of an environment is made of.
 *
 * @param variable the name of the variable that holds its URL
 * @param major its server's major version
 * @param database its name
 * @param schemas its schemas
 * @param installed its extensions
 * @param offered the extensions that its server could install
 * @param indexes the names of its indices
 * @param columns its columns by {@code schema.table.column}, each with its type; only where they are to be compared
 * @param addresses how many values of a personal column look like a real person's address; only where none may
 */
public record Layout(
        String store,
        String variable,
        Fact<Integer> major,
        Fact<String> database,
        Fact<Set<String>> schemas,
        Fact<Set<String>> installed,
        Fact<Set<String>> offered,
        Fact<Set<String>> indexes,
        Fact<Map<String, String>> columns,
        Map<ColumnName, Fact<Long>> addresses) {
    public Layout {
        addresses = Map.copyOf(addresses);
    }
}
