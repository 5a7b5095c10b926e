package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All that must be there before a container can be started. */
final class Preparation {
    private final Surroundings surroundings;
    private final Supplier<ContainerEngine> engine;
    private final List<Image> images;

    Preparation(Surroundings surroundings, Supplier<ContainerEngine> engine, List<Image> images) {
        this.surroundings = surroundings;
        this.engine = engine;
        this.images = List.copyOf(images);
    }

    /** The engine, and what it answers. */
    record Ready(ContainerEngine engine, String answer) {}

    /** Never fails: what is missing is the reason. */
    Availability availability(Duration pulling) {
        try {
            String answer = ready(line -> {}, pulling).answer();
            return new Availability(
                    true, answer + ", with " + images.stream().map(Image::name).collect(Collectors.joining(", ")));
        } catch (ReplicaException missing) {
            return new Availability(false, String.valueOf(missing.getMessage()));
        }
    }

    /**
     * The engine, with the images.
     *
     * @param progress is told before an image is pulled
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
        for (Image image : images) {
            if (!found.has(image)) {
                pull(found, image, progress, pulling);
            }
        }
        return new Ready(found, answer);
    }

    private static void pull(ContainerEngine found, Image image, Consumer<String> progress, Duration pulling) {
        if (!image.mayBePulled()) {
            throw new ReplicaException("the image " + image.name()
                    + " is not on this machine, and local images are never" + " pulled: build it, or name another with "
                    + image.role().variable());
        }
        progress.accept("replica: pulling " + image.name());
        found.pull(image, pulling);
    }
}
