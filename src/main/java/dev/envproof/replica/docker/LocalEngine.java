package dev.envproof.replica.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;

/** The engine that Testcontainers finds, asked for what Testcontainers does not offer. */
final class LocalEngine implements ContainerEngine {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LONGEST_REASON = 200;

    private record Found(DockerClient client, String answer, String host) {}

    private final CompletableFuture<Found> found =
            CompletableFuture.supplyAsync(LocalEngine::find).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

    private static Found find() {
        ClassLoader loader = DockerClientProviderStrategy.class.getClassLoader();
        List<DockerClientProviderStrategy> ways =
                ServiceLoader.load(DockerClientProviderStrategy.class, loader).stream()
                        .<DockerClientProviderStrategy>map(ServiceLoader.Provider::get)
                        .toList();
        DockerClientProviderStrategy way = DockerClientProviderStrategy.getFirstValidStrategy(ways);
        String version = way.getInfo().getServerVersion();
        return new Found(
                way.getDockerClient(),
                "Docker " + version + " at " + way.getTransportConfig().getDockerHost(),
                way.getDockerHostIpAddress());
    }

    @Override
    public String connect() {
        Found engine = found();
        if (!engine.host().matches("localhost|127\\..*|::1")) {
            throw new ReplicaException("the Docker engine is on another machine (" + engine.host()
                    + "): ports that it publishes on its loopback address can't be reached from here");
        }
        return engine.answer();
    }

    private Found found() {
        try {
            return found.join();
        } catch (CompletionException failed) {
            throw new ReplicaException("no Docker engine answers: " + reason(failed), failed);
        }
    }

    @Override
    public boolean has(String image) {
        try {
            found().client()
                    .inspectImageCmd(parsed(image).asCanonicalNameString())
                    .exec();
            return true;
        } catch (NotFoundException missing) {
            return false;
        }
    }

    @Override
    public void pull(String image, Duration patience) {
        DockerImageName name = parsed(image);
        try (PullImageResultCallback pull = new PullImageResultCallback()) {
            boolean done = found().client()
                    .pullImageCmd(name.getUnversionedPart())
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
            throw notPulled(image, reason(refused));
        }
    }

    private static ReplicaException notPulled(String image, String reason) {
        return new ReplicaException("the image " + image + " is not on this machine and can't be pulled (" + reason
                + "); " + PostgresImage.VARIABLE + " names another database image");
    }

    @Override
    public List<LabelledContainer> labelled(String label, String value) {
        return found()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(label, value))
                .exec()
                .stream()
                .map(container -> new LabelledContainer(container.getId(), container.getLabels()))
                .toList();
    }

    @Override
    public boolean remove(String container) {
        try {
            found().client()
                    .removeContainerCmd(container)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
            return true;
        } catch (NotFoundException | ConflictException goneOrGoing) {
            return false; // another run, or the reaper, was quicker
        }
    }

    private static DockerImageName parsed(String image) {
        try {
            DockerImageName name = DockerImageName.parse(image);
            name.assertValid();
            return name;
        } catch (IllegalArgumentException malformed) {
            throw new ReplicaException(PostgresImage.VARIABLE + " or " + PostgresImage.PROPERTY + " is no image name");
        }
    }

    /** Its first line, not too long: engines answer with whole pages. */
    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String line = text.isBlank() || text.equals("null") ? cause.getClass().getSimpleName() : text;
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
