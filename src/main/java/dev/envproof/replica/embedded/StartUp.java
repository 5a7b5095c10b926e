package dev.envproof.replica.embedded;

import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Starts parts, or stops them, all at once. */
final class StartUp {
    private static final int PATIENCE_SECONDS = 60;

    private StartUp() {}

    /** Tells a line per part; throws the first failure once no part is still on its way. */
    static void all(List<? extends Component> parts, Consumer<String> progress) {
        together(parts, part -> {
            long began = System.nanoTime();
            part.start();
            progress.accept("replica: " + part.name() + " ready in " + seconds(began));
        });
    }

    static void stopAll(List<? extends Component> parts) {
        together(parts, Component::close);
    }

    static String seconds(long beganNanos) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - beganNanos) / 1e9);
    }

    private static void together(List<? extends Component> parts, Consumer<Component> step) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, parts.size()), task -> {
            Thread thread = new Thread(task, "replica");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> steps = new ArrayList<>();
            parts.forEach(part -> steps.add(threads.submit(() -> step.accept(part))));
            List<RuntimeException> failures = new ArrayList<>();
            steps.forEach(future -> failure(future, failures));
            if (!failures.isEmpty()) {
                failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
                throw failures.get(0);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void failure(Future<?> step, List<RuntimeException> failures) {
        try {
            step.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            failures.add(
                    failed.getCause() instanceof RuntimeException cause
                            ? cause
                            : new ReplicaException("a part of the replica failed: " + failed.getCause(), failed));
        } catch (TimeoutException | CancellationException late) {
            failures.add(
                    new ReplicaException("a part of the replica did not answer in " + PATIENCE_SECONDS + " s", late));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            failures.add(new ReplicaException("the replica was interrupted", stopped));
        }
    }
}
