package dev.envproof.probe.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.StoreIdentity;
import dev.envproof.probe.routing.HeaderCase.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The job-platform as a probe could have seen it: healthy, or with a few answers that differ. */
public final class RoutingWorld {
    private static final Exchange NOTHING = new Exchange("GET /", List.of("200"), "curl /");
    private final SystemUnderTest system;
    private final List<UnaryOperator<Sighting>> changes = new ArrayList<>();
    private Predicate<String> choosable = name -> true;

    private RoutingWorld(SystemUnderTest system) {
        this.system = system;
    }

    public static RoutingWorld healthy() {
        return declaring(Map.of());
    }

    /** @param overlay what the files declare differently */
    public static RoutingWorld declaring(Map<String, String> overlay) {
        return new RoutingWorld(Environments.load(Path.of("environments/job-platform"), Map.of(), overlay));
    }

    public RoutingWorld with(UnaryOperator<Sighting> change) {
        changes.add(change);
        return this;
    }

    /** In a run that sees the target, or the access key, of these environments only. */
    public RoutingWorld choosing(String... environments) {
        choosable = Set.of(environments)::contains;
        return this;
    }

    public SystemUnderTest system() {
        return system;
    }

    public Environment environment(String name) {
        return system.environment(name).orElseThrow();
    }

    /** What the probe would have seen of an environment. */
    public IdentityProbe.Seen seenOf(String environment) {
        HeaderCases cases = new HeaderCases(system, environment(environment), choosable);
        String edge = environment(environment).edge();
        List<Sighting> atEdge = new ArrayList<>();
        List<Sighting> atServices = new ArrayList<>();
        for (Route route : system.routes()) {
            cases.all().forEach(asked -> atEdge.add(sighting(edge + route.path(), route.service(), asked)));
            cases.brief()
                    .forEach(asked -> atServices.add(
                            sighting(edge + " " + route.service() + " without the edge", route.service(), asked)));
        }
        return new IdentityProbe.Seen(owners(), atEdge, atServices);
    }

    public Sighting sighting(String place, String service, HeaderCase asked) {
        boolean hasStore = system.service(service)
                .map(Service::stores)
                .filter(stores -> !stores.isEmpty())
                .isPresent();
        Sighting sighting = new Sighting(
                place,
                service,
                hasStore,
                asked,
                hasStore ? new Reached.One(meant(asked)) : new Reached.Nowhere(),
                List.of(meant(asked)),
                Set.of(meant(asked)),
                Map.of(Content.STATUS, "200"),
                NOTHING);
        for (UnaryOperator<Sighting> change : changes) {
            sighting = change.apply(sighting);
        }
        return sighting;
    }

    /** The plain value of an environment. */
    public static HeaderCase value(String name) {
        return HeaderCases.value(name);
    }

    /** Direct looks at stores whose identities are all different. */
    public StoreOwners owners() {
        return new StoreOwners(system.environments().stream()
                .map(Environment::name)
                .collect(Collectors.toMap(
                        name -> name,
                        name -> Map.of(
                                "database", new StoreIdentity.Known(name + "-database"),
                                "storage", new StoreIdentity.Known(name + "-storage")))));
    }

    public String defaultOf(String edge) {
        return system.edge(edge).map(Edge::defaultEnvironment).orElseThrow();
    }

    /** The value that HTTP leaves of a padded one, else the only environment that it may reach. */
    private static String meant(HeaderCase asked) {
        return asked.kind() == Kind.PADDED
                ? asked.names().iterator().next()
                : asked.mayReach().iterator().next();
    }
}
