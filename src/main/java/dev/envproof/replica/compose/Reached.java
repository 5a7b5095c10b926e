package dev.envproof.replica.compose;

import dev.envproof.environment.Containers;
import dev.envproof.environment.Environment;
import dev.envproof.environment.ReplicaChoice.Inside;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.environment.Variables;
import dev.envproof.replica.compose.Box.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A started project as this machine reaches it: what a container calls {@code db:5432} has an address out here too. */
record Reached(SystemUnderTest system, ComposeProject project, List<Box> boxes) {
    private static final Map<String, Integer> PORTS =
            Map.of("http", 80, "https", 443, "postgresql", 5432, "postgres", 5432, "redis", 6379);

    Target target() {
        Environment environment = project.environment();
        Target target = new Target(
                system,
                environment,
                Target.Engine.COMPOSE,
                edge(),
                environment.serviceUrls(),
                new Variables(variables()),
                environment.logFiles(),
                Optional.empty());
        return target.in(containers());
    }

    URI edge() {
        Inside inside = project.compose().edge();
        Place place = place(inside.service(), inside.port())
                .orElseThrow(() -> project.failure(
                        "nothing reaches " + inside + ", which `replica.edge` names; publish the port, as"
                                + " `127.0.0.1::" + inside.port() + "`",
                        List.of()));
        return URI.create(inside.scheme() + "://" + place + "/");
    }

    /** The declared variables as the containers have them, those of services first. */
    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        Set<String> declared = Targets.declaredVariables(system, project.environment());
        for (Box box : servicesFirst()) {
            box.variables().forEach((name, value) -> {
                if (declared.contains(name)) {
                    variables.putIfAbsent(name, fromOutside(value));
                }
            });
        }
        return variables;
    }

    private List<Box> servicesFirst() {
        Containers named = containers();
        Set<String> services = system.services().stream()
                .flatMap(service -> named.service(service.name()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return boxes.stream()
                .filter(box -> !project.isOthers(box))
                .sorted(Comparator.comparing((Box box) -> !services.contains(box.service()))
                        .thenComparing(Box::service))
                .toList();
    }

    private Containers containers() {
        return project.environment()
                .containers()
                .orElseGet(() -> Containers.named(Map.of(), Map.of(), Set.of()))
                .in(project.name());
    }

    /** A URL of a service of this project with the address that it has out here. */
    private String fromOutside(String value) {
        try {
            URI url = new URI(value).parseServerAuthority();
            Optional<Place> place = Optional.ofNullable(url.getHost()).flatMap(host -> place(host, port(url)));
            return place.map(known -> replaced(value, url, known)).orElse(value);
        } catch (URISyntaxException noUrl) {
            return value;
        }
    }

    private static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : PORTS.getOrDefault(String.valueOf(url.getScheme()), 0);
    }

    private static String replaced(String value, URI url, Place place) {
        String user =
                Optional.ofNullable(url.getRawUserInfo()).map(it -> it + "@").orElse("");
        String before = url.getScheme() + "://" + url.getRawAuthority();
        return url.getScheme() + "://" + user + place + value.substring(before.length());
    }

    private Optional<Place> place(String service, int port) {
        return boxes.stream()
                .filter(box -> box.service().equals(service) && box.isRunning())
                .findFirst()
                .flatMap(box -> box.place(port));
    }
}
