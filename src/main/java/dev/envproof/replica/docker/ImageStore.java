package dev.envproof.replica.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.testcontainers.utility.DockerImageName;

/** The images that an engine has, or can pull. */
final class ImageStore {
    private ImageStore() {}

    static boolean has(DockerClient client, Image image) {
        try {
            client.inspectImageCmd(parsed(image).asCanonicalNameString()).exec();
            return true;
        } catch (NotFoundException missing) {
            return false;
        }
    }

    /** @throws ReplicaException where it is not there in time */
    static void pull(DockerClient client, Image image, Duration patience) {
        DockerImageName name = parsed(image);
        try (PullImageResultCallback pull = new PullImageResultCallback()) {
            boolean done = client.pullImageCmd(name.getUnversionedPart())
                    .withTag(name.getVersionPart())
                    .exec(pull)
                    .awaitCompletion(patience.toSeconds(), TimeUnit.SECONDS);
            if (!done) {
                throw notPulled(image, "not done in " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw notPulled(image, "interrupted");
        } catch (ReplicaException late) {
            throw late;
        } catch (IOException | RuntimeException refused) {
            throw notPulled(image, EngineFailure.reason(refused));
        }
    }

    private static ReplicaException notPulled(Image image, String reason) {
        return new ReplicaException("the image " + image.name() + " is not on this machine and can't be pulled ("
                + reason + "); " + image.role().variable() + " names another");
    }

    private static DockerImageName parsed(Image image) {
        try {
            DockerImageName name = DockerImageName.parse(image.name());
            name.assertValid();
            return name;
        } catch (IllegalArgumentException malformed) {
            throw new ReplicaException("`" + image.name() + "` is no image name: mend "
                    + image.role().property() + ", " + image.role().variable() + " or " + Images.FILE);
        }
    }
}
