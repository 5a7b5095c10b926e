package dev.envproof.replica.docker;

import static org.awaitility.Awaitility.await;

import dev.envproof.replica.Owner;
import dev.envproof.replica.ReplicaException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;

/** Containers, networks and volumes of runs whose process was killed. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** The engine waits more than it works. */
    private static final int AT_ONCE = 8;

    private static final Duration POLL = Duration.ofMillis(200);

    private Leftovers() {}

    /** Returns when nothing is left, or after a while: what can't be removed yet keeps no run from its work. */
    static void sweep(ContainerEngine engine) {
        sweep(engine, RunLabels.hostOfThisProcess(), Owner::isAlive);
    }

    /** What belongs to live runs, to other hosts, or to no run is not touched. */
    static void sweep(ContainerEngine engine, String host, Predicate<Owner> isAlive) {
        Predicate<Labelled> isLeft =
                found -> owner(found).filter(isAlive.negate()).isPresent();
        until(() -> look(engine, RunLabels.HOST, host, isLeft).found() == 0);
    }

    /** Removes whatever carries the label of a run that makes nothing more. */
    static void remove(ContainerEngine engine, String run) {
        until(() -> look(engine, RunLabels.RUN, run, found -> true).isDone());
    }

    private static void until(Callable<Boolean> done) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(PATIENCE)
                    .until(done);
        } catch (ConditionTimeoutException stillThere) {
            Thread.onSpinWait(); // the next run tries again
        }
    }

    /** How much a look found, and how much of that is gone. */
    private record Look(int found, int removed) {
        boolean isDone() {
            return found == removed;
        }

        Look and(Look other) {
            return new Look(found + other.found, removed + other.removed);
        }
    }

    /** Containers first: they hold on to networks and volumes. */
    private static Look look(ContainerEngine engine, String label, String value, Predicate<Labelled> isLeft) {
        List<Labelled> containers = engine.containers(label, value);
        List<Labelled> networks = engine.networks(label, value);
        List<Labelled> volumes = engine.volumes(label, value);
        return remove(containers, isLeft, engine::remove)
                .and(remove(networks, isLeft, engine::removeNetwork))
                .and(remove(volumes, isLeft, engine::removeVolume));
    }

    private static Look remove(List<Labelled> all, Predicate<Labelled> isLeft, Consumer<String> remover) {
        AtomicInteger removed = new AtomicInteger();
        List<Callable<Integer>> removals = all.stream()
                .filter(isLeft)
                .<Callable<Integer>>map(left ->
                        () -> isRemoved(() -> remover.accept(left.id())) ? removed.incrementAndGet() : removed.get())
                .toList();
        if (removals.isEmpty()) {
            return new Look(0, 0);
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            threads.invokeAll(removals);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
        return new Look(removals.size(), removed.get());
    }

    /** The run's reaper, or another run, may be removing the same: what fails now is looked for again. */
    private static boolean isRemoved(Runnable removal) {
        try {
            removal.run();
            return true;
        } catch (ReplicaException busy) {
            return false;
        }
    }

    private static Optional<Owner> owner(Labelled found) {
        return Optional.ofNullable(found.labels().get(RunLabels.RUN)).flatMap(Owner::ofFolder);
    }
}
