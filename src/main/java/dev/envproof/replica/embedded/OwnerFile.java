package dev.envproof.replica.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files that hold secrets: nobody but the owner may read them. */
final class OwnerFile {
    private OwnerFile() {}

    /** The file appears, or is replaced, at once and whole, so that whoever waits for it reads all of it. */
    static void write(Path file, String text) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path whole =
                Files.createTempFile(absolute.resolveSibling(""), "." + absolute.getFileName(), ".new", ownerOnly());
        Files.writeString(whole, text, StandardCharsets.UTF_8);
        Files.move(whole, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
