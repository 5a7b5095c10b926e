package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What a run's parts take commands with: random, and in a file that only they and this user read. */
final class ControlKey {
    static final String FILE = "key";
    private static final int BYTES = 24;

    private final Path folder;
    private final String text;

    private ControlKey(Path folder, String text) {
        this.folder = folder;
        this.text = text;
    }

    static ControlKey in(Path runFolder) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String text = HexFormat.of().formatHex(random);
        Path folder = runFolder.resolve("control");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(FILE), text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new ReplicaException("the key of the run can't be written to " + folder + ": " + failed, failed);
        }
        return new ControlKey(folder, text);
    }

    Path folder() {
        return folder;
    }

    String text() {
        return text;
    }
}
