package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All that must be there before a container can be started. */
final class Preparation {
    private final Surroundings surroundings;
    private final Supplier<ContainerEngine> engine;
    private final PostgresImage image;

    Preparation(Surroundings surroundings, Supplier<ContainerEngine> engine, PostgresImage image) {
        this.surroundings = surroundings;
        this.engine = engine;
        this.image = image;
    }

    /** The engine, and what it answers. */
    record Ready(ContainerEngine engine, String answer) {}

    /** Never fails: what is missing is the reason. */
    Availability availability(Duration pulling) {
        try {
            String answer = ready(line -> {}, pulling).answer();
            return new Availability(true, answer + ", with the image " + image.name());
        } catch (ReplicaException missing) {
            return new Availability(false, String.valueOf(missing.getMessage()));
        }
    }

    /**
     * The engine, with the image.
     *
     * @param progress is told before the image is pulled
     * @param pulling how long that may take
     * @throws ReplicaException where something is missing; the message says what
     */
    Ready ready(Consumer<String> progress, Duration pulling) {
        Optional<String> obstacle = surroundings.obstacle();
        if (obstacle.isPresent()) {
            throw new ReplicaException(obstacle.get());
        }
        ContainerEngine found = engine.get();
        String answer = found.connect();
        if (!found.has(image.name())) {
            pull(found, progress, pulling);
        }
        return new Ready(found, answer);
    }

    private void pull(ContainerEngine found, Consumer<String> progress, Duration pulling) {
        if (!image.mayBePulled()) {
            throw new ReplicaException(
                    "the image " + image.name() + " is not on this machine, and local images are never"
                            + " pulled: build it, or name another with " + PostgresImage.VARIABLE);
        }
        progress.accept("replica: pulling " + image.name());
        found.pull(image.name(), pulling);
    }
}
