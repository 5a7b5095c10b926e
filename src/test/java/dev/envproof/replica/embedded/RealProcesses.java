package dev.envproof.replica.embedded;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Variables;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Gateways and services, a process each, at ports that stay; each is told what it needs and nothing more. */
final class RealProcesses implements AutoCloseable {
    private static final int AT_ONCE = 4;

    private final SystemUnderTest system;
    private final Map<String, Instance> gateways = new LinkedHashMap<>();
    private final Map<String, Map<String, Instance>> services = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    private record Instance(JvmPart part, int port) {
        URI url() {
            return URI.create("http://127.0.0.1:" + port + "/");
        }
    }

    /**
     * What processes are given beside their part of a deployment's variables.
     *
     * @param environments the folder of files that they read, changed
     * @param about the files in which something is changed
     * @param code what their own code does wrong
     */
    record Own(Path environments, Set<String> about, Set<dev.envproof.fault.Fault> code) {
        private Map<String, String> of(Set<String> concerned) {
            return Map.of(
                    "ENVPROOF_ENVIRONMENTS",
                    about.stream().anyMatch(concerned::contains) ? environments.toString() : "environments",
                    "ENVPROOF_FAULTS",
                    concerned.contains("system")
                            ? ""
                            : code.stream().map(dev.envproof.fault.Fault::id).collect(joining(",")));
        }
    }

    RealProcesses(SystemUnderTest system, Path errors) {
        this.system = system;
        for (Environment environment : system.environments()) {
            gateways.put(
                    environment.name(),
                    new Instance(new JvmPart(GatewayMain.class, List.of(), errors), ServerPort.free()));
        }
        for (Edge edge : system.edges()) {
            Map<String, Instance> instances = new LinkedHashMap<>();
            for (Service service : system.services()) {
                List<String> arguments = List.of("service", edge.name(), service.name());
                instances.put(
                        service.name(),
                        new Instance(new JvmPart(ServeMain.class, arguments, errors), ServerPort.free()));
            }
            services.put(edge.name(), instances);
        }
    }

    URI gateway(String environment) {
        return known(gateways, environment).url();
    }

    Map<String, URI> services(String edge) {
        Map<String, URI> urls = new LinkedHashMap<>();
        known(services, edge).forEach((name, process) -> urls.put(name, process.url()));
        return urls;
    }

    /** Starts those that run with other variables, or not at all; returns when all are ready. */
    void run(Shape shape, Map<String, Project> projects, Own own) {
        List<Runnable> steps = new ArrayList<>();
        for (Environment environment : system.environments()) {
            Map<String, String> told = new HashMap<>(GatewayMain.environment(known(projects, environment.name())));
            told.putAll(only(shape.variables(environment.edge()), databases(environment)));
            told.putAll(own.of(Set.of("system")));
            steps.add(step(known(gateways, environment.name()), told));
        }
        services.forEach((edge, instances) -> {
            Map<String, String> told = only(shape.variables(edge), needed());
            told.putAll(own.of(behind(edge)));
            instances.values().forEach(process -> steps.add(step(process, told)));
        });
        CompletableFuture.allOf(steps.stream()
                        .map(step -> CompletableFuture.runAsync(step, threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static <T> T known(Map<String, T> all, String name) {
        return Optional.ofNullable(all.get(name)).orElseThrow();
    }

    private static Runnable step(Instance process, Map<String, String> told) {
        Map<String, String> environment = new HashMap<>(told);
        environment.put("PORT", Integer.toString(process.port()));
        return () -> process.part().run(environment);
    }

    private static Map<String, String> only(Variables variables, Set<String> names) {
        Map<String, String> some = new HashMap<>(variables.asMap());
        some.keySet().retainAll(names);
        return some;
    }

    private Set<String> behind(String edge) {
        return system.environments().stream()
                .filter(environment -> environment.edge().equals(edge))
                .map(Environment::name)
                .collect(toSet());
    }

    private Set<String> databases(Environment environment) {
        return environment.stores().stream()
                .filter(address -> system.store(address.store()).stream().anyMatch(Store.Database.class::isInstance))
                .map(StoreAddress::urlVariable)
                .collect(toSet());
    }

    /** A service reaches stores through their gateways, and other services; it knows no database and no caller's key. */
    private Set<String> needed() {
        Stream<String> stores = system.environments().stream()
                .flatMap(environment -> environment.stores().stream())
                .filter(address -> address.keyVariable().isPresent())
                .flatMap(address -> Stream.of(
                                address.keyVariable(), address.legacyUrlVariable(), address.legacyKeyVariable())
                        .flatMap(java.util.Optional::stream)
                        .flatMap(name -> Stream.of(name, address.urlVariable())));
        Stream<String> callees = system.services().stream().map(service -> ServiceUrls.variable(service.name()));
        return Stream.of(stores, callees, DeclaredNames.defaultVariable(system).stream())
                .flatMap(names -> names)
                .collect(toSet());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        Stream.concat(
                        gateways.values().stream(),
                        services.values().stream().flatMap(instances -> instances.values().stream()))
                .parallel()
                .forEach(process -> process.part().close());
    }
}
