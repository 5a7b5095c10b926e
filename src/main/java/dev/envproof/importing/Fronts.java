package dev.envproof.importing;

import dev.envproof.importing.EnvironmentNames.Named;
import dev.envproof.importing.EnvironmentNames.Split;
import dev.envproof.importing.Gathered.NginxRead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The addresses of one environment's services, as its front doors or its published ports tell them. */
final class Fronts {
    private final Surroundings surroundings;
    private final Gathered gathered;
    private final ServiceNames names;
    private final List<Found> found = new ArrayList<>();
    private final Set<Note> notes = new LinkedHashSet<>();

    private Fronts(Surroundings surroundings, Gathered gathered, ServiceNames names) {
        this.surroundings = surroundings;
        this.gathered = gathered;
        this.names = names;
    }

    /**
     * @param environment that the service's name or file tells
     * @param conf the nginx.conf that tells it
     */
    record Found(Reach reach, Optional<Named> environment, Optional<Path> conf) {
        Optional<Named> inHost() {
            return EnvironmentNames.inside(reach.host(), "[-.]").map(Split::environment);
        }
    }

    /**
     * @param found those of this environment
     * @param hosts environments that hosts are named after, of this one or not
     * @param healthPaths at the front door
     */
    record Seen(
            List<Found> found,
            Set<Named> hosts,
            List<CorsClue> cors,
            List<RoutingClue> routing,
            List<String> healthPaths,
            List<Note> notes) {
        static final Seen NONE = new Seen(List.of(), Set.of(), List.of(), List.of(), List.of(), List.of());

        boolean isPublic() {
            return found.stream().anyMatch(one -> !one.reach().isLocal());
        }
    }

    static Seen of(Surroundings surroundings, Gathered gathered, ServiceNames names) {
        return new Fronts(surroundings, gathered, names).seen();
    }

    private Seen seen() {
        List<CorsClue> cors = new ArrayList<>();
        List<RoutingClue> routing = new ArrayList<>();
        for (Deployed service : surroundings.services()) {
            TraefikLabels.Seen labels = TraefikLabels.of(service.compose(), surroundings.interpolation());
            labels.reaches()
                    .forEach(reach ->
                            found.add(new Found(reach.of(service.service()), service.environment(), Optional.empty())));
            cors.addAll(labels.cors());
            routing.addAll(labels.routing());
            notes.addAll(labels.notes());
        }
        List<NginxRead> files = gathered.nginxFiles().stream()
                .filter(file -> isMine(file.input().environment()))
                .toList();
        files.forEach(this::reaches);
        files.forEach(file -> routing.addAll(file.seen().routing()));
        List<String> healthPaths = new ArrayList<>();
        files.forEach(file -> file.seen().servers().stream()
                .filter(server -> isMine(server, file.input().environment()))
                .forEach(server -> {
                    healthPaths.addAll(server.healthPaths());
                    cors.addAll(server.cors());
                }));
        List<Found> mine = found.stream().filter(this::isMine).toList();
        List<Found> told = mine.isEmpty() ? ports() : mine;
        return new Seen(told, hosts(), cors, routing, healthPaths, List.copyOf(notes));
    }

    private boolean isMine(Optional<Named> environment) {
        return environment.isEmpty() || environment.get().name().equals(surroundings.name());
    }

    private void reaches(NginxRead file) {
        file.seen().servers().stream()
                .flatMap(server -> server.reaches().stream())
                .forEach(reach -> found.add(new Found(
                        atPublishedPort(reach.of(names.of(reach.service()))),
                        file.input().environment(),
                        Optional.of(file.input().file()))));
    }

    private boolean isMine(NginxServer.Seen server, Optional<Named> environment) {
        return server.reaches().isEmpty()
                || server.reaches().stream().anyMatch(reach -> isMine(new Found(reach, environment, Optional.empty())));
    }

    /** A host without an environment's name belongs to those that have no host of their own. */
    private boolean isMine(Found one) {
        if (one.environment().isPresent()) {
            return true;
        }
        Optional<Named> inHost = one.inHost();
        if (inHost.isPresent()) {
            return inHost.get().name().equals(surroundings.name());
        }
        return one.reach().isLocal()
                || hosts().stream().noneMatch(named -> named.name().equals(surroundings.name()));
    }

    private Set<Named> hosts() {
        return found.stream()
                .filter(one -> one.environment().isEmpty())
                .flatMap(one -> one.inHost().stream())
                .collect(Collectors.toSet());
    }

    /** Where an nginx runs in a container, its port is the one that the host publishes for it. */
    private Reach atPublishedPort(Reach reach) {
        int port = reach.port();
        return surroundings.services().stream()
                .filter(service -> ImageKind.of(service.compose()) == ImageKind.EDGE)
                .flatMap(service -> published(service).stream())
                .filter(published -> published.target() == port)
                .findFirst()
                .map(published -> reach.at(published.published()))
                .orElse(reach);
    }

    private List<PublishedPort> published(Deployed service) {
        List<Note> told = new ArrayList<>();
        List<PublishedPort> ports = PublishedPort.of(service.compose(), surroundings.interpolation(), told);
        notes.addAll(told);
        return ports;
    }

    private List<Found> ports() {
        List<Found> reaches = new ArrayList<>();
        for (Deployed service : surroundings.services()) {
            if (ImageKind.of(service.compose()) == ImageKind.PROGRAM) {
                published(service)
                        .forEach(port -> reaches.add(new Found(
                                Reach.of(
                                        service.service(),
                                        port.published() == 443 ? "https" : "http",
                                        port.host().isEmpty() ? Reach.LOCALHOST : port.host(),
                                        port.published(),
                                        "/",
                                        port.place()),
                                service.environment(),
                                Optional.empty())));
            }
        }
        return reaches;
    }
}
