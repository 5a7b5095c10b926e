package dev.envproof.replica.embedded;

import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts parts, or stops them, all at once. */
final class StartUp {
    private static final long PATIENCE_SECONDS = 150;

    private StartUp() {}

    /** Tells a line per part, in the caller's own thread; throws the first failure once no part is still on its way. */
    static void all(List<? extends Component> parts, Consumer<String> progress) {
        together(
                parts,
                part -> {
                    long began = System.nanoTime();
                    part.start();
                    return "replica: " + part.name() + " ready in " + seconds(began);
                },
                progress);
    }

    static void stopAll(List<? extends Component> parts) {
        together(
                parts,
                part -> {
                    part.close();
                    return part.name();
                },
                name -> {});
    }

    static String seconds(long beganNanos) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - beganNanos) / 1e9);
    }

    private static void together(
            List<? extends Component> parts, Function<Component, String> step, Consumer<String> done) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, parts.size()), task -> {
            Thread thread = new Thread(task, "replica");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<String> steps = new ExecutorCompletionService<>(threads);
            parts.forEach(part -> steps.submit(() -> step.apply(part)));
            throwFirst(failures(steps, parts.size(), done));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void throwFirst(List<RuntimeException> failures) {
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
            throw failures.get(0);
        }
    }

    /** One deadline for all of them. */
    private static List<RuntimeException> failures(CompletionService<String> steps, int count, Consumer<String> done) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        List<RuntimeException> failures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try {
                Future<String> next = steps.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    failures.add(new ReplicaException(
                            (count - i) + " parts of the replica did not answer in " + PATIENCE_SECONDS + " s"));
                    return failures;
                }
                done.accept(next.get());
            } catch (ExecutionException failed) {
                failures.add(
                        failed.getCause() instanceof RuntimeException cause
                                ? cause
                                : new ReplicaException("a part of the replica failed: " + failed.getCause(), failed));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                failures.add(new ReplicaException("the replica was interrupted", stopped));
                return failures;
            }
        }
        return failures;
    }
}
