package dev.envproof.replica.docker;

import com.github.dockerjava.api.DockerClient;
import dev.envproof.replica.ReplicaException;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** The client of the engine that Testcontainers finds, and nothing of what Testcontainers would start there. */
record FoundEngine(DockerClient client, String answer, String host) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Begins to look. */
    static CompletableFuture<FoundEngine> soon() {
        return CompletableFuture.supplyAsync(FoundEngine::find).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static FoundEngine find() {
        ClassLoader loader = DockerClientProviderStrategy.class.getClassLoader();
        List<DockerClientProviderStrategy> ways =
                ServiceLoader.load(DockerClientProviderStrategy.class, loader).stream()
                        .<DockerClientProviderStrategy>map(ServiceLoader.Provider::get)
                        .toList();
        DockerClientProviderStrategy way = DockerClientProviderStrategy.getFirstValidStrategy(ways);
        String version = way.getInfo().getServerVersion();
        return new FoundEngine(
                way.getDockerClient(),
                "Docker " + version + " at " + way.getTransportConfig().getDockerHost(),
                way.getDockerHostIpAddress());
    }

    /** @throws ReplicaException where none answered */
    static FoundEngine in(CompletableFuture<FoundEngine> looking) {
        try {
            return looking.join();
        } catch (CompletionException failed) {
            String reason = failed.getCause() instanceof TimeoutException
                    ? "nothing within " + PATIENCE.toSeconds() + " s"
                    : EngineFailure.reason(failed);
            throw new ReplicaException("no Docker engine answers: " + reason, failed);
        }
    }

    boolean isHere() {
        return host.matches("localhost|127\\..*|::1");
    }
}
