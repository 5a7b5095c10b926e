package dev.envproof.probe.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One container of an environment. Values of its variables are keyed fingerprints, those of its labels are redacted.
 *
 * @param services of the system that it runs
 * @param stores of the system that it runs
 * @param alsoOf sibling environments that it is a container of too, such as a service behind a shared edge
 * @param image as it was named; {@code imageId} is what was really started, {@code digests} what registries call it
 * @param variables by name the fingerprint of its value, without the host of a URL
 * @param hostNetwork whether it has no network of its own, so that all its ports are the machine's
 * @param health the state that its health check gives; empty where it has none
 */
public record Container(
        String id,
        String name,
        Optional<String> project,
        Set<String> services,
        Set<String> stores,
        Set<String> alsoOf,
        boolean running,
        Optional<Instant> started,
        String image,
        String imageId,
        List<String> digests,
        Map<String, String> variables,
        List<Attachment> networks,
        boolean hostNetwork,
        List<Mount> mounts,
        List<PublishedPort> published,
        Optional<String> health,
        Map<String, String> labels) {
    public Container {
        services = Set.copyOf(services);
        stores = Set.copyOf(stores);
        alsoOf = Set.copyOf(alsoOf);
        digests = List.copyOf(digests);
        variables = Map.copyOf(variables);
        networks = List.copyOf(networks);
        mounts = List.copyOf(mounts);
        published = List.copyOf(published);
        labels = Map.copyOf(labels);
    }
}
