package dev.envproof.replica.embedded;

import dev.envproof.replica.Replica;
import java.io.IOException;
import java.util.Set;

/** The main class of a run that a test kills: a replica that says when it is up, and then only waits. */
final class KilledRun {
    static final String UP = "up";

    private KilledRun() {}

    public static void main(String[] arguments) throws IOException {
        Replica replica = EmbeddedReplica.start(JobPlatform.PRODUCTION_ALONE, Set.of(), line -> {});
        System.out.println(UP);
        if (System.in.read() < 0) {
            replica.close();
        }
    }
}
