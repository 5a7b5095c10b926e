package dev.envproof.replica.embedded;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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

    /** Appears at once and whole, so that whoever waits for it reads all of it. */
    static void write(Path file, Map<String, String> variables) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        try {
            Path whole = Files.createTempFile(folder, "." + file.getFileName(), ".new", ownerOnly());
            Files.writeString(whole, lines(variables), StandardCharsets.UTF_8);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new ReplicaException("the variables can't be written to " + file + ": " + failed, failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
