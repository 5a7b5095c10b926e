package dev.envproof.replica.docker;

import dev.envproof.environment.Containers;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.Target.Engine;
import dev.envproof.fault.ContainerLookAlike;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.Hostility;
import dev.envproof.fault.HostilityLookAlike;
import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.embedded.EdgePart;
import dev.envproof.replica.embedded.GatewayPart;
import dev.envproof.replica.embedded.Project;
import dev.envproof.replica.embedded.QueueParts;
import dev.envproof.replica.embedded.ServicePart;
import dev.envproof.replica.embedded.Shape;
import dev.envproof.replica.embedded.Workshop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Parts as containers: a database server and a gateway per environment, an nginx and the services per edge. */
record DockerWorkshop(DockerRun run, SystemUnderTest system, Between between) implements Workshop {
    /** What needs an image of its own, or secrets among the variables that the engine keeps of a container. */
    private static final Set<Deviation> UNSHOWN = Set.of(
            Fault.SECRETS_CONTAINER_HAS_ANOTHER_VALUE,
            ContainerLookAlike.SECRETS_VALUE_FROM_A_FILE,
            ContainerLookAlike.HEALTH_CHECK_OF_THE_IMAGE);

    static DockerWorkshop of(DockerRun run, SystemUnderTest system) {
        return new DockerWorkshop(run, system, new Between(run));
    }

    @Override
    public Engine engine() {
        return Engine.DOCKER;
    }

    @Override
    public DatabaseServer database(String environment) {
        return new PostgresContainer(run, environment);
    }

    @Override
    public GatewayPart gateway(Project project, Supplier<Shape> inside) {
        return new GatewayContainer(
                run, project, system.edges().stream().map(Edge::name).toList());
    }

    @Override
    public ServicePart service(String edge, String service, Supplier<Shape> inside) {
        return new ServiceContainer(run, edge, service);
    }

    @Override
    public EdgePart edge(String edge, Supplier<Shape> inside) {
        return new NginxContainer(run, edge);
    }

    /** Services in containers reach no server of this machine's own, and Redis has no container form here. */
    @Override
    public QueueParts queues(SystemUnderTest system, Supplier<Shape> inside) {
        if (system.stores().stream().anyMatch(Store.Redis.class::isInstance)) {
            throw new ReplicaException(system.name()
                    + " has a Redis, which the docker engine has no container for: run it with -Dreplica=embedded");
        }
        return QueueParts.none();
    }

    @Override
    public boolean canShow(Deviation deviation) {
        return canBeShown(deviation);
    }

    static boolean canBeShown(Deviation deviation) {
        // nginx stands before the services, and answers for them when they don't speak HTTP
        boolean isHostile = deviation instanceof Hostility || deviation instanceof HostilityLookAlike;
        return !isHostile && !UNSHOWN.contains(deviation);
    }

    /** Networks of edges join environments on purpose: every deployment knows every project. */
    @Override
    public Optional<Containers> containers(Environment environment) {
        Map<String, String> services = new HashMap<>();
        system.services()
                .forEach(service -> services.put(
                        service.name(), run.name(ServiceContainer.on(environment.edge(), service.name()))));
        Map<String, String> stores = new HashMap<>();
        system.stores()
                .forEach(store -> stores.put(
                        store.name(),
                        run.name(
                                store instanceof Store.Database
                                        ? PostgresContainer.on(environment.name())
                                        : GatewayContainer.on(environment.name()))));
        Set<String> own = Set.of(
                run.networks().name(DockerRun.environment(environment.name())),
                run.networks().name(DockerRun.second(environment.name())));
        return Optional.of(Containers.named(services, stores, own)
                .sharing(system.edges().stream()
                        .map(edge -> run.networks().name(DockerRun.edge(edge.name())))
                        .collect(Collectors.toSet())));
    }

    @Override
    public void show(Shape inside) {
        between.show(inside);
    }

    @Override
    public void close() {
        run.cleanUp().close();
        run.engine().makeNoMore(); // a run may be told to end while it still starts
        Leftovers.remove(run.engine(), run.labels().run());
    }
}
