package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Component;
import dev.envproof.replica.Side;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything that runs in a replica.
 *
 * @param stores by environment
 * @param services by edge, then by service
 * @param edges by name
 * @param queues Redis servers and workers
 * @param front before the edges, where services have public addresses of their own
 * @param beside mail sinks, a search engine and a graph, where the system declares some
 */
record Parts(
        Map<String, ProjectStores> stores,
        Map<String, Map<String, ServicePart>> services,
        Map<String, ? extends EdgePart> edges,
        Optional<PublicFront> front,
        QueueParts queues,
        SideStores beside) {

    /** Makes the parts; none is started. */
    static Parts of(SystemUnderTest system, Workshop workshop, Supplier<Shape> inside, Supplier<Shape> outside) {
        Map<String, ProjectStores> stores = new LinkedHashMap<>();
        for (Environment environment : system.environments()) {
            stores.put(environment.name(), ProjectStores.of(environment, workshop, inside));
        }
        Map<String, Map<String, ServicePart>> services = new LinkedHashMap<>();
        for (Edge edge : system.edges()) {
            services.put(edge.name(), services(system, edge, workshop, inside));
        }
        return PublicFront.isNeeded(system)
                ? withFront(system, stores, services, outside, workshop.queues(system, inside))
                : new Parts(
                        stores,
                        services,
                        edges(system, edge -> workshop.edge(edge, inside)),
                        Optional.empty(),
                        workshop.queues(system, inside),
                        SideStores.of(system));
    }

    /** A front ends TLS in this JVM, so that the edges behind it are here too, whatever the engine. */
    private static Parts withFront(
            SystemUnderTest system,
            Map<String, ProjectStores> stores,
            Map<String, Map<String, ServicePart>> services,
            Supplier<Shape> outside,
            QueueParts queues) {
        Map<String, EdgeProxy> edges = edges(system, edge -> new EdgeProxy(edge, 0, outside));
        return new Parts(
                stores,
                services,
                edges,
                Optional.of(new PublicFront(system, edges, outside)),
                queues,
                SideStores.of(system));
    }

    private static <E extends EdgePart> Map<String, E> edges(SystemUnderTest system, Function<String, E> making) {
        Map<String, E> edges = new LinkedHashMap<>();
        system.edges().forEach(edge -> edges.put(edge.name(), making.apply(edge.name())));
        return edges;
    }

    private static Map<String, ServicePart> services(
            SystemUnderTest system, Edge edge, Workshop workshop, Supplier<Shape> inside) {
        Map<String, ServicePart> services = new LinkedHashMap<>();
        for (Service service : system.services()) {
            services.put(service.name(), workshop.service(edge.name(), service.name(), inside));
        }
        return services;
    }

    /** All of them; those that take longest come first. */
    List<Component> all() {
        List<Component> all = new ArrayList<>();
        stores.values().forEach(store -> all.add(store.cluster()));
        all.addAll(queues.components());
        front.ifPresent(all::add);
        all.addAll(beside.all());
        all.addAll(edges.values());
        stores.values().forEach(store -> all.add(store.gateway()));
        services.values().forEach(instances -> all.addAll(instances.values()));
        return all;
    }

    /** The variables of every edge, for parts that are all started. */
    Map<String, Variables> variables(SystemUnderTest system, Set<Deviation> deviations, Side side) {
        Map<String, ReplicaVariables.Addresses> projects = new LinkedHashMap<>();
        stores.forEach((environment, store) -> projects.put(environment, store.addresses(side)));
        ReplicaVariables all = new ReplicaVariables(system, deviations, projects, beside);
        Map<String, Variables> variables = new LinkedHashMap<>();
        for (Edge edge : system.edges()) {
            variables.put(edge.name(), queues.with(system, deviations, edge, all.of(edge, urls(edge.name(), side))));
        }
        return variables;
    }

    Map<String, URI> urls(String edge, Side side) {
        Map<String, URI> urls = new LinkedHashMap<>();
        services.getOrDefault(edge, Map.of()).forEach((service, instance) -> urls.put(service, instance.url(side)));
        return urls;
    }

    Map<String, Path> logFiles(String edge) {
        Map<String, Path> files = new LinkedHashMap<>();
        services.getOrDefault(edge, Map.of()).forEach((service, instance) -> files.put(service, instance.logFile()));
        return files;
    }

    /** Undoes every side effect that a run, or a fault, may have had, and shows what the shape says. */
    void show(Shape inside) {
        List<Runnable> shown = new ArrayList<>();
        stores.values().forEach(store -> shown.add(() -> store.show(inside)));
        shown.add(() -> beside.show(inside));
        front.ifPresent(it -> shown.add(() -> it.show(inside)));
        edges.values().forEach(edge -> shown.add(() -> edge.show(inside)));
        services.values()
                .forEach(instances -> instances.values().forEach(service -> shown.add(() -> service.show(inside))));
        queues.shown(inside).forEach(shown::add);
        shown.parallelStream().forEach(Runnable::run);
    }
}
