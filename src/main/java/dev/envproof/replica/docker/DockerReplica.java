package dev.envproof.replica.docker;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Replica;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.embedded.LocalReplica;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The replica on a Docker engine: PostgreSQL, nginx, and the services and gateways in containers, on one network per
 * environment and one per edge.
 */
public final class DockerReplica {
    private static final Duration PULLING_IF_QUICK = Duration.ofSeconds(10);
    private static final Duration PULLING_AS_ASKED = Duration.ofMinutes(3);

    private DockerReplica() {}

    /** Whether {@link #start} can work here; pulls the images where that is quick. Without an engine it takes no time. */
    public static Availability availability() {
        return preparation(Images.ofThisProcess()).availability(PULLING_IF_QUICK);
    }

    /** Whether {@link #start} makes a replica that can show it. */
    public static boolean canShow(Deviation deviation) {
        return DockerWorkshop.canBeShown(deviation);
    }

    /**
     * Removes what killed runs left, then starts every part at once; returns when all answer.
     *
     * @param progress is told one line per part
     * @throws ReplicaException where no engine answers, an image is missing, or a part can't start
     */
    public static Replica start(
            SystemUnderTest system, Set<? extends Deviation> deviations, Consumer<String> progress) {
        Images images = Images.ofThisProcess();
        ContainerEngine engine = engine(images, progress);
        Leftovers.sweep(engine);
        AtomicReference<Supplier<String>> cleanUp = new AtomicReference<>(() -> "");
        Replica replica = LocalReplica.start(system, deviations, progress, folder -> {
            DockerRun run = DockerRun.of(engine, images, folder);
            cleanUp.set(run.cleanUp()::says);
            return DockerWorkshop.of(run, system);
        });
        progress.accept("replica: " + cleanUp.get().get());
        Leftovers.sweep(engine); // what the engine was still making when its run was killed
        return replica;
    }

    private static ContainerEngine engine(Images images, Consumer<String> progress) {
        try {
            Preparation.Ready ready = preparation(images).ready(progress, PULLING_AS_ASKED);
            progress.accept("replica: " + ready.answer());
            return ready.engine();
        } catch (ReplicaException missing) {
            throw new ReplicaException(
                    "the docker engine can't be used: " + missing.getMessage()
                            + "\n  -Dreplica=embedded needs no Docker",
                    missing);
        }
    }

    private static Preparation preparation(Images images) {
        return new Preparation(Surroundings.ofThisProcess(), LocalEngine::new, images.needed());
    }
}
