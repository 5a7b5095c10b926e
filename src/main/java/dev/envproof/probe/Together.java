package dev.envproof.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks many questions side by side on a few threads; the answers keep the questions' order. */
public final class Together {
    private Together() {}

    /** @throws RuntimeException what a question threw; {@link IllegalStateException} where this thread is interrupted */
    public static <T> List<T> ask(int threads, List<Callable<T>> questions) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, DaemonThreads.named("together"));
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : pool.invokeAll(questions)) {
                answers.add(answer.get());
            }
            return List.copyOf(answers);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was stopped", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException own
                    ? own
                    : new IllegalStateException("a look failed by its own fault", failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
