package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Who removes a run's containers if it is killed: always a process of the project's own beside it, and Ryuk too where its
 * image is there or quickly pulled. No run waits for Ryuk, or fails because of it.
 */
final class CleanUp implements AutoCloseable {
    private static final Duration PULLING = Duration.ofSeconds(5);
    private static final Duration TELLING = Duration.ofMillis(500);
    private static final Duration ENDING = Duration.ofSeconds(10);
    private static final String OWN = "the process beside this run, else the next run";

    private final Image image;
    private final CompletableFuture<Ryuk> ryuk;

    private CleanUp(Image image, CompletableFuture<Ryuk> ryuk) {
        this.image = image;
        this.ryuk = ryuk;
    }

    static CleanUp soon(ContainerEngine engine, Images images, RunLabels labels, Map<String, String> variables) {
        Image image = images.of(Image.Role.RYUK);
        CompletableFuture<Ryuk> ryuk = new CompletableFuture<>();
        Thread starter = new Thread(
                () -> {
                    try {
                        obstacle(engine, images, variables).ifPresent(obstacle -> {
                            throw new ReplicaException(obstacle);
                        });
                        ryuk.complete(Ryuk.start(engine, image, labels));
                    } catch (RuntimeException failed) {
                        ryuk.completeExceptionally(failed);
                    }
                },
                "envproof-ryuk");
        starter.setDaemon(true);
        starter.start();
        return new CleanUp(image, ryuk);
    }

    /** Why Ryuk is not started; asks a registry only where one of the replica's own images may come from one. */
    static Optional<String> obstacle(ContainerEngine engine, Images images, Map<String, String> variables) {
        Image image = images.of(Image.Role.RYUK);
        if (Boolean.parseBoolean(
                variables.getOrDefault("TESTCONTAINERS_RYUK_DISABLED", "").strip())) {
            return Optional.of("switched off by TESTCONTAINERS_RYUK_DISABLED");
        }
        if (engine.has(image)) {
            return Optional.empty();
        }
        if (!image.mayBePulled() || images.needed().stream().noneMatch(Image::mayBePulled)) {
            return Optional.of("the image " + image.name() + " is not on this machine");
        }
        try {
            engine.pull(image, PULLING);
            return Optional.empty();
        } catch (ReplicaException missing) {
            return Optional.of(String.valueOf(missing.getMessage()));
        }
    }

    /** One line for the start of a run. */
    String says() {
        try {
            ryuk.get(TELLING.toMillis(), TimeUnit.MILLISECONDS);
            return "if this run is killed, Ryuk (" + image.name() + ") removes its containers, or " + OWN;
        } catch (ExecutionException failed) {
            return without(EngineFailure.reason(failed));
        } catch (TimeoutException late) {
            return without("not up yet");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return without("not waited for");
        }
    }

    private static String without(String reason) {
        return "if this run is killed, " + OWN + " removes its containers (Ryuk: " + reason + ")";
    }

    /** Waits for one that is just starting, so that it does not stay. */
    @Override
    public void close() {
        try {
            ryuk.get(ENDING.toMillis(), TimeUnit.MILLISECONDS).close();
        } catch (ExecutionException | TimeoutException notThere) {
            Thread.onSpinWait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
