package dev.envproof.probe;

import java.util.concurrent.ThreadFactory;

/** Threads that never keep the process alive. */
public final class DaemonThreads {
    private DaemonThreads() {}

    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, "envproof-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
