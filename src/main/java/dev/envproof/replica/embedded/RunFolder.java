package dev.envproof.replica.embedded;

import dev.envproof.replica.Owner;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Where one run keeps everything it writes. Its name carries the owner's process id and start time, so that no moment
 * exists in which a folder has no owner.
 */
final class RunFolder implements AutoCloseable {
    private static final int LOG_LINES = 5;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final Reaper reaper;

    private RunFolder(Path path) {
        this.path = path;
        this.reaper = Reaper.watching(path);
    }

    /** A new folder in memory where there is enough of it, else in the temporary directory; older leftovers are swept. */
    static RunFolder create() {
        return createIn(Scratch.directory());
    }

    static RunFolder createIn(Path scratch) {
        Leftovers.sweep(scratch);
        try {
            String name = Owner.ofThisProcess().folderName() + "-" + RandomText.letters(8);
            return new RunFolder(created(scratch.resolve(name)));
        } catch (IOException failed) {
            throw new ReplicaException(
                    "the replica can't write to " + scratch + " (" + failed
                            + "): free space there, or make it writable",
                    failed);
        }
    }

    /** Nobody else may look into it. */
    private static Path created(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createDirectory(folder);
    }

    Path path() {
        return path;
    }

    /** Where the server's unpacked binaries are kept between runs; in the run's own folder at worst. */
    static Path binaries(Path path) throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "envproof", "postgres");
        try {
            return Files.createDirectories(cache);
        } catch (IOException readOnlyHome) {
            return Files.createDirectories(path.resolve("binaries"));
        }
    }

    /** The end of a log, for an error message. */
    static String lastLines(Path log) {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
            return String.join("\n    ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "none (" + unreadable.getClass().getSimpleName() + ")";
        }
    }

    /** Deletes it; a server that could not be stopped in its own way is stopped here. */
    @Override
    public void close() {
        try {
            Leftovers.remove(path);
        } finally {
            reaper.close();
        }
    }
}
