package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An engine with known images, containers, networks and volumes; its registry has what {@code pullable} names. */
class KnownEngine implements ContainerEngine {
    static final String ANSWER = "Docker 28.1 at unix:///var/run/docker.sock";

    final List<String> pulled = new ArrayList<>();
    final Map<String, Labelled> containers = new HashMap<>();
    final Map<String, Labelled> networks = new HashMap<>();
    final Map<String, Labelled> volumes = new HashMap<>();
    private final Set<String> present;
    private final Set<String> pullable;

    KnownEngine(Set<String> present, Set<String> pullable) {
        this.present = present;
        this.pullable = pullable;
    }

    static KnownEngine withImages(String... present) {
        return new KnownEngine(Set.of(present), Set.of());
    }

    @Override
    public String connect() {
        return ANSWER;
    }

    @Override
    public Path socket() {
        return Path.of("/var/run/docker.sock");
    }

    @Override
    public void makeNoMore() {
        // nothing is on its way here
    }

    @Override
    public boolean has(Image image) {
        return present.contains(image.name());
    }

    @Override
    public void pull(Image image, Duration patience) {
        if (!pullable.contains(image.name())) {
            throw new ReplicaException("the registry does not answer");
        }
        pulled.add(image.name());
    }

    @Override
    public String create(ContainerPlan plan) {
        containers.put(plan.name(), new Labelled(plan.name(), plan.labels()));
        return plan.name();
    }

    @Override
    public void start(String container) {
        // nothing runs here
    }

    @Override
    public Optional<Long> exitCode(String container) {
        return Optional.empty();
    }

    @Override
    public List<String> lastLines(String container, int most) {
        return List.of();
    }

    @Override
    public List<String> processes(String container) {
        return List.of();
    }

    @Override
    public void signal(String container, String signal) {
        // nothing runs here
    }

    @Override
    public boolean remove(String container) {
        return containers.remove(container) != null;
    }

    @Override
    public String createNetwork(String name, Map<String, String> labels) {
        networks.put(name, new Labelled(name, labels));
        return name;
    }

    @Override
    public void connect(String network, String container, List<String> aliases) {
        // nobody is asked who is on it
    }

    @Override
    public void disconnect(String network, String container) {
        // nobody is asked who is on it
    }

    @Override
    public boolean removeNetwork(String network) {
        return networks.remove(network) != null;
    }

    @Override
    public String createVolume(String name, Map<String, String> labels) {
        volumes.put(name, new Labelled(name, labels));
        return name;
    }

    @Override
    public boolean removeVolume(String volume) {
        return volumes.remove(volume) != null;
    }

    @Override
    public List<Labelled> containers(String label, String value) {
        return carrying(containers, label, value);
    }

    @Override
    public List<Labelled> networks(String label, String value) {
        return carrying(networks, label, value);
    }

    @Override
    public List<Labelled> volumes(String label, String value) {
        return carrying(volumes, label, value);
    }

    private static List<Labelled> carrying(Map<String, Labelled> all, String label, String value) {
        return all.values().stream()
                .filter(found -> value.equals(found.labels().get(label)))
                .toList();
    }
}
