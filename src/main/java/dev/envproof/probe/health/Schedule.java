package dev.envproof.probe.health;

import dev.envproof.probe.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks side by side, each question at its time; every thread ends with it. */
final class Schedule implements AutoCloseable {
    private final ScheduledExecutorService pool;

    Schedule(int threads) {
        this.pool = Executors.newScheduledThreadPool(threads, DaemonThreads.named("health"));
    }

    /** Starts a question after a while; what it returns waits for the answer. */
    <T> Supplier<T> ask(Duration later, Callable<T> question) {
        Future<T> answer = pool.schedule(question, later.toMillis(), TimeUnit.MILLISECONDS);
        return () -> await(answer);
    }

    private static <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was stopped", stopped);
        } catch (ExecutionException defect) {
            throw new IllegalStateException("a look failed by its own fault", defect.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
