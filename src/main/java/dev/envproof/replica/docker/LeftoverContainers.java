package dev.envproof.replica.docker;

import dev.envproof.replica.Owner;
import java.util.Optional;
import java.util.function.Predicate;

/** Containers of runs whose process was killed. */
final class LeftoverContainers {
    private LeftoverContainers() {}

    static void sweep(ContainerEngine engine) {
        sweep(engine, RunLabels.hostOfThisProcess(), Owner::isAlive);
    }

    /** Containers of live runs, of other hosts, and those that are no run's are not touched. */
    static void sweep(ContainerEngine engine, String host, Predicate<Owner> isAlive) {
        engine.labelled(RunLabels.HOST, host).stream()
                .filter(container -> owner(container).filter(isAlive.negate()).isPresent())
                .map(LabelledContainer::id)
                .forEach(engine::remove);
    }

    private static Optional<Owner> owner(LabelledContainer container) {
        return Optional.ofNullable(container.labels().get(RunLabels.RUN)).flatMap(Owner::ofFolder);
    }
}
