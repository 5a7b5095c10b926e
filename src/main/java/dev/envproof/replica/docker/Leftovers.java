package dev.envproof.replica.docker;

import dev.envproof.replica.Owner;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Containers, networks and volumes of runs whose process was killed. */
final class Leftovers {
    private Leftovers() {}

    static void sweep(ContainerEngine engine) {
        sweep(engine, RunLabels.hostOfThisProcess(), Owner::isAlive);
    }

    /** What belongs to live runs, to other hosts, or to no run is not touched. */
    static void sweep(ContainerEngine engine, String host, Predicate<Owner> isAlive) {
        Predicate<Labelled> isLeft =
                found -> owner(found).filter(isAlive.negate()).isPresent();
        left(engine.containers(RunLabels.HOST, host), isLeft).parallelStream().forEach(engine::remove);
        left(engine.networks(RunLabels.HOST, host), isLeft).forEach(engine::removeNetwork);
        left(engine.volumes(RunLabels.HOST, host), isLeft).forEach(engine::removeVolume);
    }

    private static List<String> left(List<Labelled> found, Predicate<Labelled> isLeft) {
        return found.stream().filter(isLeft).map(Labelled::id).toList();
    }

    private static Optional<Owner> owner(Labelled found) {
        return Optional.ofNullable(found.labels().get(RunLabels.RUN)).flatMap(Owner::ofFolder);
    }
}
