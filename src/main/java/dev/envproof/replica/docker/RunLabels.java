package dev.envproof.replica.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The labels by which a run's containers are told from all others.
 *
 * @param run the name of the run's folder, which holds its process id and start time
 * @param host within which that process id means something
 */
record RunLabels(String run, String host) {
    static final String RUN = "dev.envproof.run";
    static final String SESSION = "org.testcontainers.sessionId";
    static final String HOST = "dev.envproof.host";

    static RunLabels of(Path runFolder) {
        return new RunLabels(runFolder.getFileName().toString(), hostOfThisProcess());
    }

    /** Testcontainers' own labels too, with the run for a session: what reads those, such as Ryuk, knows a run by them. */
    Map<String, String> asMap() {
        return Map.of(
                RUN, run, HOST, host, "org.testcontainers", "true", "org.testcontainers.lang", "java", SESSION, run);
    }

    /** Of a container that outlives the session, to clean up after it. */
    Map<String, String> withoutSession() {
        return Map.of(RUN, run, HOST, host);
    }

    /** Several systems may share one engine: the same process id is another process after a reboot or in a container. */
    static String hostOfThisProcess() {
        String user = System.getProperty("user.name");
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return boot + "/" + Files.readSymbolicLink(Path.of("/proc/self/ns/pid")) + "/" + user;
        } catch (IOException notLinux) {
            return System.getProperty("os.name") + "/" + user;
        }
    }
}
