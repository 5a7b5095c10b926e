package dev.envproof.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes a socket when its deadline passes: the one thing that ends a blocked write or a body that drips. */
final class Watchdog {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private Watchdog() {}

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("watchdog"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(2, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /** Guards until the handle is cancelled. */
    static ScheduledFuture<?> guard(Socket socket, Deadline deadline) {
        return guard(() -> close(socket), deadline);
    }

    /** Ends something else than a socket; the end must not wait for anything. */
    static ScheduledFuture<?> guard(Runnable end, Deadline deadline) {
        return TIMER.schedule(end, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a plain socket closes without I/O", impossible);
        }
    }
}
