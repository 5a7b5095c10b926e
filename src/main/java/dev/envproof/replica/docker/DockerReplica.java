package dev.envproof.replica.docker;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Replica;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.embedded.EmbeddedReplica;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The replica on a Docker engine. Each environment's PostgreSQL server is a container of its own; edges, gateways and
 * services are the embedded engine's, in this JVM: they are not containers yet, and there are no networks between them.
 */
public final class DockerReplica {
    private static final Duration PULLING_IF_QUICK = Duration.ofSeconds(10);
    private static final Duration PULLING_AS_ASKED = Duration.ofMinutes(3);

    private DockerReplica() {}

    /** Whether {@link #start} can work here; pulls the images where that is quick. Without an engine it takes no time. */
    public static Availability availability() {
        return preparation(image()).availability(PULLING_IF_QUICK);
    }

    /**
     * Removes what killed runs left, then starts every part at once; returns when all answer.
     *
     * @param progress is told one line per part
     * @throws ReplicaException where no engine answers, an image is missing, or a part can't start
     */
    public static Replica start(
            SystemUnderTest system, Set<? extends Deviation> deviations, Consumer<String> progress) {
        PostgresImage image = image();
        LeftoverContainers.sweep(engine(image, progress));
        return EmbeddedReplica.start(system, deviations, progress, new PostgresContainers(image));
    }

    private static ContainerEngine engine(PostgresImage image, Consumer<String> progress) {
        try {
            Preparation.Ready ready = preparation(image).ready(progress, PULLING_AS_ASKED);
            progress.accept("replica: " + ready.answer());
            return ready.engine();
        } catch (ReplicaException missing) {
            throw new ReplicaException(
                    "the docker engine can't be used: " + missing.getMessage()
                            + "\n  -Dreplica=embedded needs no Docker",
                    missing);
        }
    }

    private static Preparation preparation(PostgresImage image) {
        return new Preparation(Surroundings.ofThisProcess(), LocalEngine::new, image);
    }

    private static PostgresImage image() {
        return PostgresImage.configured(System.getProperties(), System.getenv());
    }
}
