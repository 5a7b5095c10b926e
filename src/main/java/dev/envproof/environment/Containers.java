package dev.envproof.environment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The containers of one environment on this machine's Docker engine, and what is declared policy for them.
 *
 * @param project the Compose project that they make up; where there is none, the parts are containers' names
 * @param services by service, the Compose service that runs it; without a project the container
 * @param stores by store, likewise
 * @param networks its own networks; where none is named, those that its project made
 * @param sharedNetworks networks that it shares with siblings on purpose, such as the edge's
 * @param sharedVolumes volumes, or folders of this machine, that it shares with siblings on purpose
 * @param storePorts how far its stores' ports may be published
 */
public record Containers(
        Optional<String> project,
        Map<String, String> services,
        Map<String, String> stores,
        Set<String> networks,
        Set<String> sharedNetworks,
        Set<String> sharedVolumes,
        StorePorts storePorts) {

    public Containers {
        services = Map.copyOf(services);
        stores = Map.copyOf(stores);
        networks = Set.copyOf(networks);
        sharedNetworks = Set.copyOf(sharedNetworks);
        sharedVolumes = Set.copyOf(sharedVolumes);
    }

    /** Containers by their names, on these networks of their own; nothing is shared, store ports stay on loopback. */
    public static Containers named(Map<String, String> services, Map<String, String> stores, Set<String> networks) {
        return new Containers(Optional.empty(), services, stores, networks, Set.of(), Set.of(), StorePorts.LOOPBACK);
    }

    /** The same, sharing these networks on purpose. */
    public Containers sharing(Set<String> sharedNetworkNames) {
        return new Containers(project, services, stores, networks, sharedNetworkNames, sharedVolumes, storePorts);
    }

    /** The same parts as a run's own Compose project. */
    public Containers in(String projectName) {
        return new Containers(
                Optional.of(projectName), services, stores, networks, sharedNetworks, sharedVolumes, storePorts);
    }

    /** What runs a service: as declared, else in a project the Compose service of the same name. */
    public Optional<String> service(String name) {
        return part(services, name);
    }

    /** What runs a store: as declared, else in a project the Compose service of the same name. */
    public Optional<String> store(String name) {
        return part(stores, name);
    }

    private Optional<String> part(Map<String, String> parts, String name) {
        return Optional.ofNullable(parts.get(name)).or(() -> project.map(any -> name));
    }

    /** How far a store's port may be published. */
    public enum StorePorts {
        /** Not at all. */
        CLOSED,
        /** To this machine alone. */
        LOOPBACK,
        OPEN
    }
}
