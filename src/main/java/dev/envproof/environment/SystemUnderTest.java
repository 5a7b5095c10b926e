package dev.envproof.environment;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system as its folder of {@code environments/} describes it: what it is made of and its environments.
 *
 * @param workers programs that do what services queue
 * @param promotion names of environments in the order in which a change travels through them, production last
 * @param pages where a service serves a page for people, by service, relative to its address
 */
public record SystemUnderTest(
        String name,
        List<Service> services,
        List<Route> routes,
        List<Call> calls,
        List<Edge> edges,
        List<Store> stores,
        Optional<RoutingHeader> routingHeader,
        Optional<Health> health,
        Optional<Identity> identity,
        List<CanaryPath> canaries,
        List<String> promotion,
        List<String> debugEndpoints,
        List<String> apiDocumentation,
        Optional<Logs> logs,
        List<Environment> environments,
        List<Worker> workers,
        Map<String, String> pages,
        Optional<Parity> parity) {

    public SystemUnderTest {
        services = List.copyOf(services);
        routes = List.copyOf(routes);
        calls = List.copyOf(calls);
        edges = List.copyOf(edges);
        stores = List.copyOf(stores);
        canaries = List.copyOf(canaries);
        promotion = List.copyOf(promotion);
        debugEndpoints = List.copyOf(debugEndpoints);
        apiDocumentation = List.copyOf(apiDocumentation);
        environments = List.copyOf(environments);
        workers = List.copyOf(workers);
        pages = Map.copyOf(pages);
    }

    /** A system without workers, pages and a parity contract. */
    public SystemUnderTest(
            String name,
            List<Service> services,
            List<Route> routes,
            List<Call> calls,
            List<Edge> edges,
            List<Store> stores,
            Optional<RoutingHeader> routingHeader,
            Optional<Health> health,
            Optional<Identity> identity,
            List<CanaryPath> canaries,
            List<String> promotion,
            List<String> debugEndpoints,
            List<String> apiDocumentation,
            Optional<Logs> logs,
            List<Environment> environments) {
        this(
                name,
                services,
                routes,
                calls,
                edges,
                stores,
                routingHeader,
                health,
                identity,
                canaries,
                promotion,
                debugEndpoints,
                apiDocumentation,
                logs,
                environments,
                List.of(),
                Map.of(),
                Optional.empty());
    }

    /** The same system with these environments. */
    public SystemUnderTest withEnvironments(List<Environment> declared) {
        return new SystemUnderTest(
                name,
                services,
                routes,
                calls,
                edges,
                stores,
                routingHeader,
                health,
                identity,
                canaries,
                promotion,
                debugEndpoints,
                apiDocumentation,
                logs,
                declared,
                workers,
                pages,
                parity);
    }

    /** The same system as one environment shows it: a service with a public address has it as the path of its routes. */
    SystemUnderTest at(Map<String, URI> publicUrls) {
        List<Route> reached = routes.stream()
                .map(route -> Optional.ofNullable(publicUrls.get(route.service()))
                        .map(url -> new Route(url.resolve(route.path()).toString(), route.service()))
                        .orElse(route))
                .toList();
        return new SystemUnderTest(
                name,
                services,
                reached,
                calls,
                edges,
                stores,
                routingHeader,
                health,
                identity,
                canaries,
                promotion,
                debugEndpoints,
                apiDocumentation,
                logs,
                environments,
                workers,
                pages,
                parity);
    }

    /** The same system with these edges. */
    public SystemUnderTest withEdges(List<Edge> known) {
        return new SystemUnderTest(
                name,
                services,
                routes,
                calls,
                known,
                stores,
                routingHeader,
                health,
                identity,
                canaries,
                promotion,
                debugEndpoints,
                apiDocumentation,
                logs,
                environments,
                workers,
                pages,
                parity);
    }

    public Optional<Environment> environment(String environmentName) {
        return environments.stream()
                .filter(environment -> environment.name().equals(environmentName))
                .findFirst();
    }

    /** Whether a change travels to this environment last, which makes it production. */
    public boolean isLastOfPromotion(Environment environment) {
        return !promotion.isEmpty() && promotion.get(promotion.size() - 1).equals(environment.name());
    }

    public Optional<Service> service(String serviceName) {
        return services.stream()
                .filter(service -> service.name().equals(serviceName))
                .findFirst();
    }

    public Optional<Edge> edge(String edgeName) {
        return edges.stream().filter(edge -> edge.name().equals(edgeName)).findFirst();
    }

    public Optional<Store> store(String storeName) {
        return stores.stream().filter(store -> store.name().equals(storeName)).findFirst();
    }

    /** The first route that reaches a service. */
    public Optional<Route> routeTo(String serviceName) {
        return routes.stream()
                .filter(route -> route.service().equals(serviceName))
                .findFirst();
    }

    /**
     * A path under an edge that reaches one service, such as {@code /api/job-matcher/}, or its whole public address; it
     * ends with a slash.
     */
    public record Route(String path, String service) {
        /** The address of a path of this route's service at an edge. */
        public URI at(URI edge, String relativePath) {
            return edge.resolve(path + relativePath);
        }
    }

    /** A deployed program and the stores it uses. */
    public record Service(String name, List<String> stores) {
        public Service {
            stores = List.copyOf(stores);
        }
    }

    /** A service that calls another; {@code path} on the caller answers with the callee's identity. */
    public record Call(String from, String to, String path) {}

    /**
     * A front door that several environments may share; requests that name none go to the default.
     *
     * @param nginxConf the configuration of the nginx that it is, where the files name one (key {@code nginx-conf},
     *     relative to the file that names it)
     */
    public record Edge(String name, String defaultEnvironment, Optional<Path> nginxConf) {}

    /**
     * Where a canary is written, read and removed: {@code POST path} with the JSON object {@code {"id": "<id>"}},
     * {@code GET path/<id>} (200 with the id in the body, 404 where there is none), {@code DELETE path/<id>}; a UUID is
     * the id.
     */
    public record CanaryPath(String name, String path, String service, String store) {}
}
