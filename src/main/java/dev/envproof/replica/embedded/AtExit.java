package dev.envproof.replica.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Closes what is still open when the JVM is told to end. */
final class AtExit {
    private static final Set<AutoCloseable> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(AtExit::closed), "replica-exit"));
    }

    private AtExit() {}

    static void close(AutoCloseable open) {
        OPEN.add(open);
    }

    static void forget(AutoCloseable closed) {
        OPEN.remove(closed);
    }

    /** On the way out there is nobody to tell but the console. */
    private static void closed(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception failed) {
            System.err.println("replica: " + failed.getMessage());
        }
    }
}
