package dev.envproof.replica.docker;

import static org.awaitility.Awaitility.await;

import dev.envproof.replica.Owner;
import dev.envproof.replica.ReplicaException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;

/** Containers, networks and volumes of runs whose process was killed. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
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
        removeAll(engine, RunLabels.HOST, host, isLeft);
    }

    /** Removes whatever carries the label of a run. */
    static void remove(ContainerEngine engine, String run) {
        removeAll(engine, RunLabels.RUN, run, found -> true);
    }

    private static void removeAll(ContainerEngine engine, String label, String value, Predicate<Labelled> isLeft) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(PATIENCE)
                    .until(() -> !isAnythingRemoved(engine, label, value, isLeft));
        } catch (ConditionTimeoutException stillThere) {
            Thread.onSpinWait(); // the next run tries again
        }
    }

    /** Containers first: they hold on to networks and volumes. */
    private static boolean isAnythingRemoved(
            ContainerEngine engine, String label, String value, Predicate<Labelled> isLeft) {
        List<Labelled> containers = engine.containers(label, value);
        List<Labelled> networks = engine.networks(label, value);
        List<Labelled> volumes = engine.volumes(label, value);
        int found = remove(containers, isLeft, engine::remove);
        found += remove(networks, isLeft, engine::removeNetwork);
        return found + remove(volumes, isLeft, engine::removeVolume) > 0;
    }

    private static int remove(List<Labelled> all, Predicate<Labelled> isLeft, Consumer<String> remover) {
        List<String> left = all.stream().filter(isLeft).map(Labelled::id).toList();
        left.parallelStream().forEach(id -> quietly(() -> remover.accept(id)));
        return left.size();
    }

    /** The run's reaper, or another run, may be removing the same: what fails now is looked for again. */
    private static void quietly(Runnable removal) {
        try {
            removal.run();
        } catch (ReplicaException busy) {
            Thread.onSpinWait();
        }
    }

    private static Optional<Owner> owner(Labelled found) {
        return Optional.ofNullable(found.labels().get(RunLabels.RUN)).flatMap(Owner::ofFolder);
    }
}
