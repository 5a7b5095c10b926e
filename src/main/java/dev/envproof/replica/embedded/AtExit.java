package dev.envproof.replica.embedded;

import dev.envproof.replica.Replica;
import dev.envproof.replica.ReplicaException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Closes what is still open when the JVM is told to end. */
final class AtExit {
    private static final Set<Replica> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(AtExit::closed), "replica-exit"));
    }

    private AtExit() {}

    static void close(Replica replica) {
        OPEN.add(replica);
    }

    static void forget(Replica replica) {
        OPEN.remove(replica);
    }

    /** On the way out there is nobody to tell but the console. */
    private static void closed(Replica replica) {
        try {
            replica.close();
        } catch (ReplicaException failed) {
            System.err.println("replica: " + failed.getMessage());
        }
    }
}
