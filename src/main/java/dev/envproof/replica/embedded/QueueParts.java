package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Component;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The Redis servers and the workers of a replica.
 *
 * @param servers by environment
 * @param workers by environment
 */
public record QueueParts(Map<String, RedisPart> servers, Map<String, List<WorkerPart>> workers) {
    public static QueueParts none() {
        return new QueueParts(Map.of(), Map.of());
    }

    static QueueParts of(SystemUnderTest system, Path runFolder, Supplier<Shape> inside) {
        if (system.stores().stream().noneMatch(Store.Redis.class::isInstance)) {
            return none();
        }
        Map<String, RedisPart> servers = new LinkedHashMap<>();
        Map<String, List<WorkerPart>> workers = new LinkedHashMap<>();
        for (Environment environment : system.environments()) {
            servers.put(environment.name(), new RedisPart(system, environment, runFolder));
            workers.put(
                    environment.name(),
                    system.workers().stream()
                            .map(worker -> new WorkerPart(environment.name(), worker.name()))
                            .toList());
        }
        return new QueueParts(servers, workers);
    }

    List<Component> components() {
        return Stream.<Component>concat(workers.values().stream().flatMap(List::stream), servers.values().stream())
                .toList();
    }

    /** The variables of an edge, and where its environments' Redis servers are. */
    Variables with(SystemUnderTest system, Set<Deviation> deviations, Edge edge, Variables others) {
        if (servers.isEmpty()) {
            return others;
        }
        Map<String, String> values = new HashMap<>(others.asMap());
        RedisVariables redis = new RedisVariables(system, deviations, servers);
        system.environments().stream()
                .filter(environment ->
                        system.routingHeader().isPresent() || environment.edge().equals(edge.name()))
                .forEach(environment -> values.putAll(redis.of(environment)));
        return new Variables(values);
    }

    /** The server that an environment's variable leads to, where the store is a Redis. */
    Optional<RedisPart> redis(Shape shape, String environment, String store) {
        return shape.system()
                .store(store)
                .filter(Store.Redis.class::isInstance)
                .flatMap(any -> shape.system().environment(environment))
                .flatMap(home -> home.store(store).flatMap(address -> address.urlIn(shape.variables(home.edge()))))
                .flatMap(url -> servers.values().stream()
                        .filter(server -> server.isAt(url))
                        .findFirst());
    }

    Stream<Runnable> shown(Shape inside) {
        return servers.entrySet().stream().map(server -> () -> {
            List<WorkerPart> its = workers.getOrDefault(server.getKey(), List.of());
            its.forEach(WorkerPart::close);
            server.getValue().show(inside);
            its.forEach(worker -> worker.show(inside));
        });
    }
}
