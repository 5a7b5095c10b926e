package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An engine with known images and containers; its registry has what {@code pullable} names. */
final class KnownEngine implements ContainerEngine {
    static final String ANSWER = "Docker 28.1 at unix:///var/run/docker.sock";

    final List<String> pulled = new ArrayList<>();
    final Map<String, LabelledContainer> containers = new HashMap<>();
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
    public boolean has(String image) {
        return present.contains(image);
    }

    @Override
    public void pull(String image, Duration patience) {
        if (!pullable.contains(image)) {
            throw new ReplicaException("the registry does not answer");
        }
        pulled.add(image);
    }

    @Override
    public List<LabelledContainer> labelled(String label, String value) {
        return containers.values().stream()
                .filter(container -> value.equals(container.labels().get(label)))
                .toList();
    }

    @Override
    public boolean remove(String container) {
        return containers.remove(container) != null;
    }
}
