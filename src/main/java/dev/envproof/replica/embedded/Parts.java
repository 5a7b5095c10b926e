package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Component;
import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.DatabaseServers;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everything that runs in a replica.
 *
 * @param stores by environment
 * @param services by edge, then by service
 * @param edges by name
 */
record Parts(
        Map<String, ProjectStores> stores,
        Map<String, Map<String, ReferenceService>> services,
        Map<String, EdgeProxy> edges) {

    /** Makes the parts; none is started. */
    static Parts of(SystemUnderTest system, DatabaseServers servers, RunFolder folder, Supplier<Shape> shape) {
        Map<String, ProjectStores> stores = new LinkedHashMap<>();
        for (Environment environment : system.environments()) {
            DatabaseServer server = servers.of(environment.name(), folder.path());
            stores.put(environment.name(), ProjectStores.of(environment.name(), server, shape));
        }
        Map<String, Map<String, ReferenceService>> services = new LinkedHashMap<>();
        Map<String, EdgeProxy> edges = new LinkedHashMap<>();
        for (Edge edge : system.edges()) {
            services.put(edge.name(), services(system, edge, folder, shape));
            edges.put(edge.name(), new EdgeProxy(edge.name(), 0, shape));
        }
        return new Parts(stores, services, edges);
    }

    private static Map<String, ReferenceService> services(
            SystemUnderTest system, Edge edge, RunFolder folder, Supplier<Shape> shape) {
        Map<String, ReferenceService> services = new LinkedHashMap<>();
        for (Service service : system.services()) {
            ServiceLog log = new ServiceLog(folder.path().resolve("logs").resolve(edge.name()), service.name());
            services.put(service.name(), new ReferenceService(edge.name(), service.name(), 0, log, shape));
        }
        return services;
    }

    /** All of them; those that take longest come first. */
    List<Component> all() {
        List<Component> all = new ArrayList<>();
        stores.values().forEach(store -> all.add(store.cluster()));
        all.addAll(edges.values());
        stores.values().forEach(store -> all.add(store.gateway()));
        services.values().forEach(instances -> all.addAll(instances.values()));
        return all;
    }

    /** The variables of every edge, for parts that are all started. */
    Map<String, Variables> variables(SystemUnderTest system, Set<Deviation> deviations) {
        Map<String, ReplicaVariables.Addresses> projects = new LinkedHashMap<>();
        stores.forEach((environment, store) -> projects.put(environment, store.addresses()));
        ReplicaVariables all = new ReplicaVariables(system, deviations, projects);
        Map<String, Variables> variables = new LinkedHashMap<>();
        for (Edge edge : system.edges()) {
            variables.put(edge.name(), all.of(edge, urls(edge.name())));
        }
        return variables;
    }

    Map<String, URI> urls(String edge) {
        Map<String, URI> urls = new LinkedHashMap<>();
        services.getOrDefault(edge, Map.of()).forEach((service, instance) -> urls.put(service, instance.url()));
        return urls;
    }

    /** Undoes every side effect that a run, or a fault, may have had. */
    void restore() {
        stores.values().parallelStream().forEach(ProjectStores::restore);
        edges.values().forEach(EdgeProxy::restore);
        services.values().forEach(instances -> instances.values().forEach(ReferenceService::restore));
    }
}
