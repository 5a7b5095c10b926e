package dev.envproof.replica.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.core.ExecutableProvider;

/** The redis-server program for this machine, unpacked once and kept between runs; in the run's own folder at worst. */
final class RedisProgram {
    /** Of the library that brings the program: another version may bring another one. */
    private static final String VERSION = "1.4.4";

    private RedisProgram() {}

    static synchronized Path in(Path runFolder) throws IOException {
        Path kept = Path.of(System.getProperty("user.home"), ".cache", "envproof", "redis-" + VERSION);
        try {
            return unpacked(Files.createDirectories(kept));
        } catch (IOException readOnlyHome) {
            return unpacked(Files.createDirectories(runFolder.resolve("redis-program")));
        }
    }

    /** It appears at once and whole, because other runs may look for it meanwhile. */
    private static Path unpacked(Path folder) throws IOException {
        Path program = folder.resolve("redis-server");
        if (Files.isExecutable(program)) {
            return program;
        }
        Path fresh = Files.createTempDirectory(folder, "unpacking");
        File unpacked =
                ExecutableProvider.newJarResourceProvider(fresh.toFile()).get();
        Files.move(unpacked.toPath(), program, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Leftovers.delete(fresh);
        return program;
    }
}
