package dev.envproof.replica.compose;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.docker.FoundEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine behind the compose program, asked for what belongs to a project. */
final class ComposeEngine {
    private static final String PROJECT = "com.docker.compose.project";
    private static final String CLAIMED = "dev.envproof.claims";
    private static final int PATIENCE_IN_SECONDS = 30;
    private final DockerClient client;

    private ComposeEngine(DockerClient client) {
        this.client = client;
    }

    /** @throws ReplicaException where no engine answers */
    static ComposeEngine connect() {
        try {
            return new ComposeEngine(FoundEngine.now().client());
        } catch (ReplicaException silent) {
            throw new ReplicaException(
                    silent.getMessage()
                            + "; no compose file can be started: start Docker, or choose -Dreplica=embedded;"
                            + " in a container that holds the engine too, set TESTCONTAINERS_HOST_OVERRIDE=localhost",
                    silent);
        }
    }

    List<Box> boxes(String project) {
        return client.listContainersCmd().withShowAll(true).withLabelFilter(Map.of(PROJECT, project)).exec().stream()
                .flatMap(listed -> inspected(listed.getId()))
                .toList();
    }

    private Stream<Box> inspected(String id) {
        try {
            return Stream.of(Box.of(client.inspectContainerCmd(id).exec()));
        } catch (NotFoundException gone) {
            return Stream.empty();
        }
    }

    /** The last lines that a container wrote. */
    List<String> lastLines(Box box, int lines) {
        LogText text = new LogText();
        try (text) {
            client.logContainerCmd(box.id())
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(lines)
                    .exec(text)
                    .awaitCompletion(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | NotFoundException gone) {
            return List.of("(no log)");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return text.lines();
    }

    /** Every project that has a container, a network or a volume. */
    Set<String> projects() {
        Stream<Map<String, String>> containers =
                client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(PROJECT)).exec().stream()
                        .map(it -> it.getLabels());
        Stream<Map<String, String>> networks =
                client.listNetworksCmd().withFilter("label", List.of(PROJECT)).exec().stream()
                        .map(it -> it.getLabels());
        Stream<Map<String, String>> volumes = volumes(PROJECT).map(it -> it.getLabels());
        return Stream.of(containers, networks, volumes)
                .flatMap(labels -> labels)
                .map(labels -> labels.getOrDefault(PROJECT, ""))
                .filter(project -> !project.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether anything of a project is there, running or not. */
    boolean has(String project) {
        return projects().contains(project);
    }

    /** Leaves word that a run has started a project of the user's name, so that it is removed if the run is killed. */
    void claim(String project, ProjectName run) {
        client.createVolumeCmd()
                .withName(run + "_claim")
                .withLabels(Map.of(PROJECT, run.toString(), CLAIMED, project))
                .exec();
    }

    /** Whose a project of the user's name is while a run has started it. */
    Optional<ProjectName> claimant(String project) {
        return volumes(CLAIMED + "=" + project)
                .flatMap(it -> ProjectName.parse(it.getLabels().getOrDefault(PROJECT, "")).stream())
                .findFirst();
    }

    private Stream<InspectVolumeResponse> volumes(String label) {
        return client.listVolumesCmd().withFilter("label", List.of(label)).exec().getVolumes().stream();
    }

    /**
     * Containers first: they hold on to networks and volumes. What is not this project's own stays, but for the project
     * that it claims.
     */
    void remove(String project) {
        List<String> label = List.of(PROJECT + "=" + project);
        volumes(PROJECT + "=" + project)
                .flatMap(it -> Stream.ofNullable(it.getLabels().get(CLAIMED)))
                .toList()
                .forEach(this::remove);
        client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(PROJECT, project))
                .exec()
                .forEach(it -> quietly(() -> client.removeContainerCmd(it.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec()));
        client.listNetworksCmd()
                .withFilter("label", label)
                .exec()
                .forEach(it -> quietly(() -> client.removeNetworkCmd(it.getId()).exec()));
        volumes(PROJECT + "=" + project)
                .forEach(
                        it -> quietly(() -> client.removeVolumeCmd(it.getName()).exec()));
    }

    private static void quietly(Runnable removal) {
        try {
            removal.run();
        } catch (NotFoundException | ConflictException goneOrGoing) {
            Thread.onSpinWait(); // another run, or the reaper, was quicker
        }
    }

    /** What a container wrote, as it arrives. */
    private static final class LogText extends ResultCallback.Adapter<Frame> {
        private final Queue<String> pieces = new ConcurrentLinkedQueue<>();

        @Override
        public void onNext(Frame frame) {
            pieces.add(new String(frame.getPayload(), StandardCharsets.UTF_8));
        }

        List<String> lines() {
            return String.join("", pieces).lines().toList();
        }
    }
}
