package dev.envproof.importing;

import dev.envproof.environment.Forms;
import dev.envproof.importing.SystemDraft.Route;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Picks one front door per environment, as the model has it, and tells what answers elsewhere. */
final class Doors {
    private final Map<String, Fronts.Seen> fronts;
    private final Set<String> withHealth;

    /** @param withHealth services that have a health check */
    Doors(Map<String, Fronts.Seen> fronts, Set<String> withHealth) {
        this.fronts = new TreeMap<>(fronts);
        this.withHealth = Set.copyOf(withHealth);
    }

    /** The door that leads to the service which most looks like the system's interface. */
    Optional<Fronts.Found> door(String environment) {
        List<Fronts.Found> found = found(environment);
        Optional<String> main = mainService();
        return found.stream()
                .filter(one -> one.reach().service().equals(main.orElse("")))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Paths at the chosen doors, with the services that answer; one path leads to one service. */
    Map<String, Route> routes(List<Note> notes) {
        Map<String, Route> routes = new LinkedHashMap<>();
        fronts.keySet().stream().flatMap(this::atDoor).forEach(reach -> {
            Route route = new Route(reach.service(), reach.place());
            if (!Forms.ROUTE.fits(reach.path())) {
                notes.add(new Note(reach.place() + ": a path that no route can be declared for"));
                return;
            }
            Route earlier = routes.putIfAbsent(reach.path(), route);
            if (earlier != null && !earlier.service().equals(route.service())) {
                notes.add(new Note(reach.place() + ": " + reach.path() + " leads to " + route.service()
                        + " here, but to " + earlier.service() + " at " + earlier.place()));
            }
        });
        return routes;
    }

    /** Services that answer at an address of their own. */
    Map<String, Reach> elsewhere(String environment) {
        Set<String> atDoor = atDoor(environment).map(Reach::service).collect(Collectors.toSet());
        Map<String, Reach> elsewhere = new LinkedHashMap<>();
        found(environment).stream()
                .map(Fronts.Found::reach)
                .filter(reach -> !atDoor.contains(reach.service()))
                .forEach(reach -> elsewhere.putIfAbsent(reach.service(), reach));
        return elsewhere;
    }

    /** Other addresses of the services at the door. */
    List<String> otherAddresses(String environment) {
        Set<String> atDoor = atDoor(environment).map(Reach::service).collect(Collectors.toSet());
        String door = door(environment).map(found -> found.reach().authority()).orElse("");
        return found(environment).stream()
                .map(Fronts.Found::reach)
                .filter(reach -> atDoor.contains(reach.service()))
                .map(Reach::authority)
                .filter(authority -> !authority.equals(door))
                .distinct()
                .toList();
    }

    private Stream<Reach> atDoor(String environment) {
        String door = door(environment).map(found -> found.reach().authority()).orElse("");
        return found(environment).stream()
                .map(Fronts.Found::reach)
                .filter(reach -> reach.authority().equals(door));
    }

    private List<Fronts.Found> found(String environment) {
        return Optional.ofNullable(fronts.get(environment))
                .map(Fronts.Seen::found)
                .orElse(List.of());
    }

    private Optional<String> mainService() {
        return fronts.values().stream()
                .flatMap(seen -> seen.found().stream())
                .map(Fronts.Found::reach)
                .max(Comparator.comparingInt(this::weight))
                .flatMap(best -> fronts.values().stream()
                        .flatMap(seen -> seen.found().stream())
                        .map(Fronts.Found::reach)
                        .filter(reach -> weight(reach) == weight(best))
                        .findFirst())
                .map(Reach::service);
    }

    private int weight(Reach reach) {
        return (HostName.isApi(reach.host()) ? 4 : 0)
                + (reach.service().matches("(.*-)?(api|backend|server)(-.*)?") ? 2 : 0)
                + (withHealth.contains(reach.service()) ? 1 : 0);
    }
}
