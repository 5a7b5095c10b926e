package dev.envproof.importing;

import dev.envproof.importing.EnvironmentNames.Named;
import dev.envproof.importing.SystemDraft.Edge;
import dev.envproof.importing.SystemDraft.Route;
import dev.envproof.importing.SystemDraft.Routing;
import dev.envproof.importing.SystemDraft.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what the files tell. */
final class Drafting {
    private static final String SHARED_EDGE = "public";
    private static final String UNTOLD_SERVICE = "app";

    private final Gathered gathered;
    private final List<Deployed> deployed;
    private final Path systemFolder;
    private final ServiceNames names;
    private final EnvironmentSet environments;
    private final Map<String, Surroundings> surroundings = new TreeMap<>();
    private final Map<String, Fronts.Seen> fronts = new TreeMap<>();
    private final Map<String, List<Secrets.Found>> secrets = new TreeMap<>();
    private final List<Note> notes = new ArrayList<>();

    /** @param systemFolder where the files will be, for paths relative to it */
    Drafting(Gathered gathered, Path systemFolder) {
        this.gathered = gathered;
        this.systemFolder = systemFolder;
        this.deployed = ComposeDeployments.of(gathered.composeFiles());
        this.names = ServiceNames.of(deployed);
        Fronts.Seen everyones = Fronts.of(Surroundings.of("", gathered, deployed), gathered, names);
        Set<Named> others = new LinkedHashSet<>(everyones.hosts());
        everyones.routing().stream()
                .flatMap(clue -> clue.environments().stream())
                .flatMap(value -> EnvironmentNames.alone(value).stream())
                .forEach(others::add);
        boolean hasBareHosts = everyones.found().stream()
                .anyMatch(one -> !one.reach().isLocal() && one.environment().isEmpty());
        if (hasBareHosts && !everyones.hosts().isEmpty()) {
            EnvironmentNames.alone(EnvironmentNames.PRODUCTION).ifPresent(others::add);
        }
        this.environments = EnvironmentSet.of(gathered, deployed, others, everyones.isPublic());
        for (String name : environments.names()) {
            Surroundings around = Surroundings.of(name, gathered, deployed);
            surroundings.put(name, around);
            fronts.put(name, Fronts.of(around, gathered, names));
        }
        boolean share =
                deployed.stream().anyMatch(Deployed::isTwin) || routingClue().isPresent();
        surroundings.forEach((name, around) -> secrets.put(name, Secrets.of(around, environments, share)));
    }

    Drafts drafts(String system) {
        notes.addAll(gathered.notes());
        List<Surroundings.Told> plain = surroundings.values().stream()
                .flatMap(around -> around.plain(environments))
                .distinct()
                .toList();
        Stores stores = new Stores(deployed, secrets, plain);
        Doors doors = new Doors(fronts, healthOfServices().keySet());
        Map<String, Route> routes = doors.routes(notes);
        Map<String, Set<String>> services = services(routes, stores);
        Map<String, String> edgeOf = edges(doors);
        if (routes.isEmpty()) {
            String service = services.keySet().iterator().next();
            routes.put("/", new Route(service, ""));
            notes.add(
                    new Note("no file tells how a service is reached; the route stands in for what is to be declared"));
        }
        notes.addAll(stores.notes());
        tellUnassigned();
        EnvironmentDrafting drafting = new EnvironmentDrafting(environments, doors, stores, edgeOf);
        List<EnvironmentDraft> drafts = new ArrayList<>();
        surroundings.forEach((name, around) -> drafts.add(drafting.draft(
                around, fronts.getOrDefault(name, Fronts.Seen.NONE), secrets.getOrDefault(name, List.of()))));
        if (environments.isAssumed()) {
            notes.add(new Note("no file names an environment; everything was taken for "
                    + String.join("", environments.names()) + ". `NAME=FILE` on the command line tells another"));
        }
        SystemDraft draft = new SystemDraft(
                system,
                services,
                routes,
                edges(edgeOf, doors, plain),
                stores.all(),
                routingClue()
                        .map(clue ->
                                new Routing(clue.header(), !clue.otherwise().isEmpty(), clue.place())),
                health(routes),
                notes.stream().distinct().toList());
        return new Drafts(draft, drafts);
    }

    private Optional<RoutingClue> routingClue() {
        List<RoutingClue> clues = fronts.values().stream()
                .flatMap(seen -> seen.routing().stream())
                .toList();
        return clues.stream()
                .filter(clue -> !clue.otherwise().isEmpty())
                .findFirst()
                .or(() -> clues.stream().findFirst());
    }

    private Map<String, HealthPath> healthOfServices() {
        Map<String, HealthPath> paths = new LinkedHashMap<>();
        deployed.stream()
                .filter(service -> ImageKind.of(service.compose()) == ImageKind.PROGRAM)
                .forEach(service ->
                        HealthPath.of(service.compose()).ifPresent(path -> paths.putIfAbsent(service.service(), path)));
        return paths;
    }

    private Map<String, Set<String>> services(Map<String, Route> routes, Stores stores) {
        Map<String, Set<String>> services = new LinkedHashMap<>();
        deployed.stream()
                .filter(service -> ImageKind.of(service.compose()) == ImageKind.PROGRAM)
                .forEach(service -> services.computeIfAbsent(service.service(), name -> new TreeSet<>())
                        .addAll(stores.usedBy(service)));
        Stream.concat(
                        routes.values().stream().map(Route::service),
                        fronts.values().stream()
                                .flatMap(seen -> seen.found().stream())
                                .map(one -> one.reach().service()))
                .forEach(service -> services.computeIfAbsent(service, name -> new TreeSet<>()));
        if (services.isEmpty()) {
            services.put(UNTOLD_SERVICE, Set.of());
            notes.add(new Note("no file tells the services; `" + UNTOLD_SERVICE + "` stands in for them"));
        }
        if (!stores.all().isEmpty() && services.values().stream().allMatch(Set::isEmpty)) {
            notes.add(new Note("which service uses which store: `stores` of each service"));
        }
        return services;
    }

    /** One front door for several environments needs a header that picks one; without it, each has its own. */
    private Map<String, String> edges(Doors doors) {
        Map<String, String> edgeOf = new TreeMap<>();
        for (String name : environments.names()) {
            Optional<String> mine = doors.door(name).map(found -> found.reach().authority());
            boolean isShared = routingClue().isPresent()
                    && environments.names().stream()
                            .filter(other -> !other.equals(name))
                            .anyMatch(other -> doors.door(other)
                                    .map(found -> found.reach().authority())
                                    .equals(mine));
            edgeOf.put(name, isShared ? SHARED_EDGE : name);
        }
        return edgeOf;
    }

    private Map<String, Edge> edges(Map<String, String> edgeOf, Doors doors, List<Surroundings.Told> plain) {
        Map<String, Edge> edges = new LinkedHashMap<>();
        edgeOf.forEach((environment, edge) -> {
            List<String> served = edgeOf.keySet().stream()
                    .filter(name -> edge.equals(edgeOf.get(name)))
                    .toList();
            edges.putIfAbsent(
                    edge,
                    new Edge(
                            defaultOf(served, plain),
                            doors.door(environment).flatMap(Fronts.Found::conf).map(this::relative)));
        });
        return edges;
    }

    private String defaultOf(List<String> served, List<Surroundings.Told> plain) {
        Stream<String> declared = plain.stream()
                .filter(setting -> setting.name().matches("DEFAULT_ENV(IRONMENT)?"))
                .map(Surroundings.Told::value);
        Stream<String> told = Stream.concat(declared, routingClue().map(RoutingClue::otherwise).stream());
        return Stream.concat(told, Stream.of(EnvironmentNames.PRODUCTION))
                .flatMap(word -> EnvironmentNames.alone(word).stream())
                .map(Named::name)
                .filter(served::contains)
                .findFirst()
                .orElse(served.get(0));
    }

    private String relative(Path conf) {
        Path from = systemFolder.toAbsolutePath().normalize();
        return from.relativize(conf.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private Map<String, Told> health(Map<String, Route> routes) {
        Map<String, Told> health = new LinkedHashMap<>();
        Map<String, HealthPath> ofServices = healthOfServices();
        routes.forEach((path, route) -> {
            Optional<HealthPath> ofService = Optional.ofNullable(ofServices.get(route.service()));
            ofService.ifPresent(found ->
                    health.putIfAbsent(route.service(), new Told(found.below(path), Note.shown(found.place()))));
            fronts.values().stream()
                    .flatMap(seen -> seen.healthPaths().stream())
                    .filter(found -> found.startsWith(path) && found.length() > path.length())
                    .filter(found -> !path.equals("/"))
                    .findFirst()
                    .ifPresent(found -> health.putIfAbsent(
                            route.service(), new Told(found.substring(path.length()), "a location of the nginx.conf")));
        });
        ofServices.forEach(
                (service, found) -> health.putIfAbsent(service, new Told(found.below("/"), Note.shown(found.place()))));
        return health;
    }

    private void tellUnassigned() {
        Set<String> taken = secrets.values().stream()
                .flatMap(List::stream)
                .map(Secrets.Found::variable)
                .collect(Collectors.toSet());
        List<String> left = Secrets.unassigned(gathered.envFiles(), environments, taken).stream()
                .map(Setting::name)
                .distinct()
                .toList();
        if (!left.isEmpty()) {
            notes.add(new Note("secrets whose environment no name tells: " + String.join(", ", left)
                    + ". List each in `secrets` of the environments that have it"));
        }
    }
}
