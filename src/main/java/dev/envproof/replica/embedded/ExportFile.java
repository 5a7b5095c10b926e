package dev.envproof.replica.embedded;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Variables as lines that a shell reads ({@code export NAME='value'}). The values are secrets, of a replica that nobody
 * else can use and that dies with its process; even so only the owner may read the file.
 */
final class ExportFile {
    private ExportFile() {}

    static String lines(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(entry ->
                        "export " + entry.getKey() + "='" + entry.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
    }

    static void write(Path file, Map<String, String> variables) {
        try {
            OwnerFile.write(file, lines(variables));
        } catch (IOException failed) {
            throw new ReplicaException("the variables can't be written to " + file + ": " + failed, failed);
        }
    }
}
