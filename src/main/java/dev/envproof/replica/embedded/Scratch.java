package dev.envproof.replica.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directory in which runs make their folders: in memory where there is enough of it. */
final class Scratch {
    /** Three clusters of about 40 MB and their logs, with room to spare. */
    private static final long ENOUGH = 400L << 20;

    private Scratch() {}

    static Path directory() {
        return Stream.of(Path.of("/dev/shm"))
                .filter(Scratch::hasRoom)
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static boolean hasRoom(Path directory) {
        try {
            return Files.isWritable(directory) && Files.getFileStore(directory).getUsableSpace() >= ENOUGH;
        } catch (IOException unknown) {
            return false;
        }
    }
}
