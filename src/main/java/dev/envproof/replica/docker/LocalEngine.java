package dev.envproof.replica.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.envproof.replica.ReplicaException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** The engine that Testcontainers finds, asked for what Testcontainers does not offer. */
final class LocalEngine implements ContainerEngine {
    private static final int PATIENCE_SECONDS = 5;

    private final CompletableFuture<FoundEngine> found = FoundEngine.soon();
    private final ReadWriteLock making = new ReentrantReadWriteLock();
    private boolean ended;

    @Override
    public String connect() {
        FoundEngine engine = FoundEngine.in(found);
        if (!engine.isHere()) {
            throw new ReplicaException("the Docker engine is on another machine (" + engine.host()
                    + "): ports that it publishes on its loopback address can't be reached from here");
        }
        return engine.answer();
    }

    @Override
    public Path socket() {
        return FoundEngine.in(found).socket();
    }

    private DockerClient client() {
        return FoundEngine.in(found).client();
    }

    @Override
    public boolean has(Image image) {
        return ImageStore.has(client(), image);
    }

    @Override
    public void pull(Image image, Duration patience) {
        ImageStore.pull(client(), image, patience);
    }

    @Override
    public List<Labelled> containers(String label, String value) {
        return asked(
                "list containers",
                () ->
                        client()
                                .listContainersCmd()
                                .withShowAll(true)
                                .withLabelFilter(Map.of(label, value))
                                .exec()
                                .stream()
                                .map(container -> new Labelled(container.getId(), container.getLabels()))
                                .toList());
    }

    @Override
    public List<Labelled> networks(String label, String value) {
        return asked(
                "list networks",
                () -> client().listNetworksCmd().withFilter("label", List.of(label + "=" + value)).exec().stream()
                        .map(network -> new Labelled(network.getId(), network.getLabels()))
                        .toList());
    }

    @Override
    public List<Labelled> volumes(String label, String value) {
        return asked(
                "list volumes",
                () ->
                        client()
                                .listVolumesCmd()
                                .withFilter("label", List.of(label + "=" + value))
                                .exec()
                                .getVolumes()
                                .stream()
                                .map(volume -> new Labelled(volume.getName(), volume.getLabels()))
                                .toList());
    }

    @Override
    public boolean remove(String container) {
        return removed(
                "remove a container",
                () -> client().removeContainerCmd(container)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    @Override
    public String create(ContainerPlan plan) {
        return made(
                "make the container of " + plan.part(),
                () -> Creation.of(client(), plan).exec().getId());
    }

    @Override
    public void start(String container) {
        asked("start a container", () -> client().startContainerCmd(container).exec());
    }

    @Override
    public Optional<Long> exitCode(String container) {
        return asked("look at a container", () -> {
            var state = client().inspectContainerCmd(container).exec().getState();
            return Boolean.TRUE.equals(state.getRunning())
                    ? Optional.<Long>empty()
                    : Optional.of(Optional.ofNullable(state.getExitCodeLong()).orElse(-1L));
        });
    }

    @Override
    public List<String> lastLines(String container, int most) {
        LogLines lines = new LogLines();
        try {
            client().logContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(most)
                    .exec(lines)
                    .awaitCompletion(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException gone) {
            return List.of("(its log can't be read: " + EngineFailure.reason(gone) + ")");
        }
        return lines.last(most);
    }

    @Override
    public List<String> processes(String container) {
        return asked(
                "look at a container's processes",
                () -> Arrays.stream(client().topContainerCmd(container)
                                .withPsArgs("-o pid,args")
                                .exec()
                                .getProcesses())
                        .map(words -> String.join(" ", words))
                        .toList());
    }

    @Override
    public void signal(String container, String signal) {
        asked(
                "signal a container",
                () -> client().killContainerCmd(container).withSignal(signal).exec());
    }

    @Override
    public String createNetwork(String name, Map<String, String> labels) {
        return made(
                "make the network " + name,
                () -> client().createNetworkCmd()
                        .withName(name)
                        .withLabels(labels)
                        .withCheckDuplicate(true)
                        .exec()
                        .getId());
    }

    @Override
    public void connect(String network, String container, List<String> aliases) {
        asked(
                "connect a container to a network",
                () -> client().connectToNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(container)
                        .withContainerNetwork(new ContainerNetwork().withAliases(aliases))
                        .exec());
    }

    @Override
    public void disconnect(String network, String container) {
        asked(
                "take a container from a network",
                () -> client().disconnectFromNetworkCmd()
                        .withNetworkId(network)
                        .withContainerId(container)
                        .withForce(true)
                        .exec());
    }

    @Override
    public boolean removeNetwork(String network) {
        return removed(
                "remove a network", () -> client().removeNetworkCmd(network).exec());
    }

    @Override
    public String createVolume(String name, Map<String, String> labels) {
        return made(
                "make the volume " + name,
                () -> client().createVolumeCmd()
                        .withName(name)
                        .withLabels(labels)
                        .exec()
                        .getName());
    }

    @Override
    public boolean removeVolume(String volume) {
        return removed("remove a volume", () -> client().removeVolumeCmd(volume).exec());
    }

    @Override
    public void makeNoMore() {
        making.writeLock().lock();
        try {
            ended = true;
        } finally {
            making.writeLock().unlock();
        }
    }

    private <T> T made(String what, Supplier<T> maker) {
        making.readLock().lock();
        try {
            if (ended) {
                throw new ReplicaException("the run ends: no time to " + what);
            }
            return asked(what, maker);
        } finally {
            making.readLock().unlock();
        }
    }

    private static <T> T asked(String what, Supplier<T> question) {
        try {
            return question.get();
        } catch (ReplicaException told) {
            throw told;
        } catch (RuntimeException refused) {
            throw EngineFailure.of("the Docker engine can't " + what, refused);
        }
    }

    /** Whether it was there; another run, or the reaper, may have been quicker. */
    private static boolean removed(String what, Runnable question) {
        return asked(what, () -> {
            try {
                question.run();
                return true;
            } catch (NotFoundException | ConflictException goneOrGoing) {
                return false;
            }
        });
    }
}
