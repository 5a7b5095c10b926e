package dev.envproof.environment;

import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the files of a system must agree on once each is right by itself. */
final class Agreement {
    private static final String SYSTEM = "system";

    private final SystemUnderTest system;
    private final Map<String, ? extends Node> trees;
    private final Problems problems;

    /** @param trees by the file's name without its ending, for the places of problems */
    Agreement(SystemUnderTest system, Map<String, ? extends Node> trees, Problems problems) {
        this.system = system;
        this.trees = Map.copyOf(trees);
        this.problems = problems;
    }

    void check() {
        system.edges().forEach(this::defaultIsServedThere);
        routesAreDistinct();
        namesAreDistinct();
        promotionNamesEachOnce();
        for (Environment environment : system.environments()) {
            everyStoreHasAnAddress(environment);
            everyMailStoreHasAMode(environment);
            secretsAreDistinct(environment);
            limitedPathIsRouted(environment);
        }
    }

    private void defaultIsServedThere(Edge edge) {
        system.environment(edge.defaultEnvironment())
                .filter(environment -> !environment.edge().equals(edge.name()))
                .ifPresent(environment -> report(
                        SYSTEM,
                        "edges." + edge.name() + ".default-environment",
                        "an environment that another edge serves (`edge: " + environment.edge() + "`)",
                        "an environment with `edge: " + edge.name() + "`"));
    }

    private void routesAreDistinct() {
        Set<String> paths = new HashSet<>();
        for (int index = 0; index < system.routes().size(); index++) {
            Route route = system.routes().get(index);
            // A service that every environment gives an address of its own needs no path of its own.
            boolean hasAddress = system.environments().stream()
                    .allMatch(environment -> environment.publicUrls().containsKey(route.service()));
            if (!paths.add(hasAddress ? route.service() + " " + route.path() : route.path())) {
                report(SYSTEM, "routes." + index + ".path", "a path that another route has", "each path once");
            }
        }
    }

    private void namesAreDistinct() {
        Map<String, String> owners = new HashMap<>();
        system.environments().forEach(environment -> owners.put(environment.name(), environment.name()));
        for (Environment environment : system.environments()) {
            for (String alias : environment.aliases().stream().sorted().toList()) {
                String owner = owners.putIfAbsent(alias, environment.name());
                if (owner != null) {
                    String seen = "`" + alias + "` already names the environment " + owner;
                    report(environment.name(), "aliases", seen, "names that no other environment goes by");
                }
            }
        }
    }

    private void promotionNamesEachOnce() {
        Set<String> names = new HashSet<>();
        for (int index = 0; index < system.promotion().size(); index++) {
            if (!names.add(system.promotion().get(index))) {
                report(SYSTEM, "promotion." + index, "an environment that is listed before", "each environment once");
            }
        }
    }

    private void everyStoreHasAnAddress(Environment environment) {
        List<String> missing = system.stores().stream()
                .map(Store::name)
                .filter(store -> environment.store(store).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            String seen = "no address of `" + String.join("`, `", missing) + "`";
            report(environment.name(), "stores", seen, "an address of every store that system.yaml declares");
        }
    }

    private void everyMailStoreHasAMode(Environment environment) {
        system.stores().stream()
                .filter(Store.Mail.class::isInstance)
                .flatMap(store -> environment.store(store.name()).stream())
                .filter(address -> address.terms().mail().isEmpty())
                .forEach(address -> report(
                        environment.name(),
                        "stores." + address.store() + ".mode",
                        "a mail store without `mode`",
                        "`mode: shadow` or `mode: real`"));
    }

    private void secretsAreDistinct(Environment environment) {
        Set<String> variables = new HashSet<>();
        for (int index = 0; index < environment.secrets().size(); index++) {
            if (!variables.add(environment.secrets().get(index).variable())) {
                String key = "secrets." + index + ".variable";
                report(environment.name(), key, "a variable that is listed before", "each variable once");
            }
        }
    }

    private void limitedPathIsRouted(Environment environment) {
        environment
                .rateLimit()
                .filter(limit ->
                        system.routes().stream().noneMatch(route -> limit.path().startsWith(route.path())))
                .ifPresent(limit -> report(
                        environment.name(),
                        "rate-limit.path",
                        "a path that no route leads to",
                        "a path below a route"));
    }

    private void report(String file, String key, String seen, String accepted) {
        Node root = trees.get(file);
        if (root != null) {
            problems.add(KeyPath.find(root, key), key, seen, accepted);
        }
    }
}
