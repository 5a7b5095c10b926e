package dev.envproof.replica.embedded;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the deployment of each edge is configured with, under the names that the system's files declare. */
final class ReplicaVariables {
    private final SystemUnderTest system;
    private final Set<Deviation> deviations;
    private final Map<String, Addresses> projects;
    private final SideStores side;

    /** @param projects by environment */
    ReplicaVariables(
            SystemUnderTest system, Set<Deviation> deviations, Map<String, Addresses> projects, SideStores side) {
        this.side = side;
        this.system = system;
        this.deviations = deviations;
        this.projects = projects;
    }

    /**
     * Where an environment's project is reached.
     *
     * @param otherDatabaseUrl the same database by another name of its host
     * @param accessKey what lets a caller choose the environment
     */
    record Addresses(Project project, String databaseUrl, String otherDatabaseUrl, URI gateway, String accessKey) {}

    /** @param services where the edge's instances of the services listen */
    Variables of(Edge edge, Map<String, URI> services) {
        Map<String, String> values = new HashMap<>();
        system.routingHeader()
                .flatMap(RoutingHeader::defaultVariable)
                .ifPresent(variable -> values.put(variable.name(), edge.defaultEnvironment()));
        services.forEach((service, url) -> values.put(ServiceUrls.variable(service), url.toString()));
        deployedAt(edge).forEach(environment -> putHealthy(values, environment));
        deployedAt(edge).forEach(environment -> new ParityVariables(system).put(environment, values));
        // two deployments may call a variable alike: each is changed for its own environments
        ConfigurationFaults.put(system.withEnvironments(deployedAt(edge).toList()), deviations, projects, values);
        SecretFaults.put(system, deviations, projectsByEnvironment(), values);
        RoutingFaults.put(system, edge, deviations, values);
        deployedAt(edge).forEach(environment -> ParityFaults.put(system, environment, deviations, values));
        deployedAt(edge).forEach(environment -> UrlPartValues.put(environment, deviations, values));
        return new Variables(values);
    }

    /** One deployment serves every environment where a header picks one; else each edge's knows its own alone. */
    private Stream<Environment> deployedAt(Edge edge) {
        return system.environments().stream()
                .filter(environment ->
                        system.routingHeader().isPresent() || environment.edge().equals(edge.name()));
    }

    private Map<String, Project> projectsByEnvironment() {
        return projects.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().project()));
    }

    private void putHealthy(Map<String, String> values, Environment environment) {
        Addresses addresses = addresses(environment.name());
        for (StoreAddress store : environment.stores()) {
            if (!isRedis(store)) { // see RedisVariables
                putStore(values, store, addresses);
            }
        }
        values.putAll(side.variables(system, environment, deviations));
        for (DeclaredSecret secret : environment.secrets()) {
            if (secret.kind() == DeclaredSecret.Kind.JWT && secret.role().equals(Optional.of("anon"))) {
                values.put(secret.variable(), addresses.project().anonKey());
            }
        }
        environment.access().ifPresent(access -> values.put(access.variable(), addresses.accessKey()));
        environment.secrets().stream()
                .map(DeclaredSecret::variable)
                .forEach(name -> values.computeIfAbsent(name, addresses.project()::secret));
    }

    private boolean isRedis(StoreAddress store) {
        return system.store(store.store()).stream().anyMatch(Store.Redis.class::isInstance);
    }

    private void putStore(Map<String, String> values, StoreAddress store, Addresses addresses) {
        boolean isDatabase = system.store(store.store()).stream().anyMatch(Store.Database.class::isInstance);
        String url = isDatabase ? addresses.databaseUrl() : withoutSlash(addresses.gateway());
        values.put(store.urlVariable(), url);
        store.legacyUrlVariable().ifPresent(name -> values.put(name, url));
        store.keyVariable()
                .ifPresent(name -> values.put(name, addresses.project().serviceKey()));
        store.legacyKeyVariable()
                .ifPresent(name -> values.put(name, addresses.project().serviceKey()));
    }

    private Addresses addresses(String environment) {
        return Optional.ofNullable(projects.get(environment))
                .orElseThrow(() -> new IllegalStateException("no project for " + environment));
    }

    private static String withoutSlash(URI url) {
        return url.toString().replaceAll("/$", "");
    }
}
