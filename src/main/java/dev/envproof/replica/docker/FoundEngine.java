package dev.envproof.replica.docker;

import com.github.dockerjava.api.DockerClient;
import dev.envproof.environment.NamedEngine;
import dev.envproof.evidence.VisibleText;
import dev.envproof.replica.ReplicaException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** The client of the engine that the user names, else that Testcontainers finds, and nothing of what it would start there. */
public record FoundEngine(DockerClient client, String answer, String host, Path socket) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** @throws ReplicaException where none answers; the message names what was asked, and why */
    public static FoundEngine now() {
        return in(soon());
    }

    /** Begins to look. */
    static CompletableFuture<FoundEngine> soon() {
        return soon(NamedEngine.ofThisProcess());
    }

    static CompletableFuture<FoundEngine> soon(Optional<NamedEngine> named) {
        return CompletableFuture.supplyAsync(() -> find(named))
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((found, failed) -> {
                    if (failed != null) {
                        throw silent(named, failed);
                    }
                    return found;
                });
    }

    private static FoundEngine find(Optional<NamedEngine> named) {
        DockerClientProviderStrategy way =
                named.<DockerClientProviderStrategy>map(NamedWay::to).orElseGet(FoundEngine::usual);
        DockerClient client = way.getDockerClient();
        String version = client.versionCmd().exec().getVersion();
        return new FoundEngine(
                client,
                "Docker " + version + " at " + way.getTransportConfig().getDockerHost(),
                way.getDockerHostIpAddress(),
                Path.of(Optional.ofNullable(way.getRemoteDockerUnixSocketPath()).orElse(socket(way))));
    }

    private static String socket(DockerClientProviderStrategy way) {
        URI host = way.getTransportConfig().getDockerHost();
        return "unix".equals(host.getScheme()) ? host.getPath() : "/var/run/docker.sock";
    }

    private static DockerClientProviderStrategy usual() {
        ClassLoader loader = DockerClientProviderStrategy.class.getClassLoader();
        List<DockerClientProviderStrategy> ways =
                ServiceLoader.load(DockerClientProviderStrategy.class, loader).stream()
                        .<DockerClientProviderStrategy>map(ServiceLoader.Provider::get)
                        .toList();
        return DockerClientProviderStrategy.getFirstValidStrategy(ways);
    }

    private static ReplicaException silent(Optional<NamedEngine> named, Throwable failed) {
        Throwable cause = EngineFailure.cause(failed);
        String reason = cause instanceof TimeoutException
                ? "nothing within " + PATIENCE.toSeconds() + " s"
                : EngineFailure.reason(cause);
        String where = named.map(it -> " at " + Hidden.in(VisibleText.of(it.by()), List.of()))
                .orElse("");
        return new ReplicaException("no Docker engine answers" + where + ": " + reason, failed);
    }

    /** @throws ReplicaException where none answered */
    static FoundEngine in(CompletableFuture<FoundEngine> looking) {
        try {
            return looking.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ReplicaException told
                    ? told
                    : new ReplicaException("no Docker engine answers: " + EngineFailure.reason(failed), failed);
        }
    }

    boolean isHere() {
        return host.matches("localhost|127\\..*|::1");
    }
}
