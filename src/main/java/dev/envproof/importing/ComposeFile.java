package dev.envproof.importing;

import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a compose file's services, with those that they extend. */
final class ComposeFile {
    private static final String SERVICES = "`services:`, a mapping of names to mappings";
    private static final String EXTENDS = "extends";

    private final Nearby nearby;
    private final Problems problems;

    private ComposeFile(Nearby nearby) {
        this.nearby = nearby;
        this.problems = nearby.problems();
    }

    /** The services by name, in the file's order. */
    static Map<String, ComposeService> read(Path file, Nearby nearby) {
        return new ComposeFile(nearby).services(file);
    }

    private Map<String, ComposeService> services(Path file) {
        Map<String, ComposeService> services = new LinkedHashMap<>();
        mapping(file)
                .ifPresent(mapping -> mapping.entries().forEach((name, entry) -> {
                    List<Mapping> layers = new ArrayList<>();
                    collect(new Extended(file, name), mapping, new LinkedHashSet<>(), layers);
                    services.put(name, new ComposeService(name, entry.place(), layers));
                }));
        return services;
    }

    private record Extended(Path file, String name) {}

    private Optional<Mapping> mapping(Path file) {
        Optional<Node> root = YamlFile.readForeign(file, problems);
        root.flatMap(node -> ComposeService.inside(node, "include"))
                .ifPresent(node -> nearby.notes()
                        .add(Note.at(node.place(), "`include` is not followed; name those files as arguments too")));
        Optional<Node> services = root.flatMap(node -> ComposeService.inside(node, "services"));
        if (services.isPresent() && services.get() instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        root.ifPresent(node -> problems.add(
                services.map(Node::place).orElse(node.place()),
                "services",
                services.isPresent() ? "no mapping" : "missing key",
                SERVICES));
        return Optional.empty();
    }

    private void collect(Extended one, Mapping services, Set<Extended> extended, List<Mapping> layers) {
        String key = "services." + KeyPath.shown(one.name());
        Entry entry = services.entries().get(one.name());
        if (entry == null || !(entry.value() instanceof Mapping own)) {
            Place place = entry == null ? services.place() : entry.value().place();
            problems.add(place, key, entry == null ? "no such service" : "no mapping", SERVICES);
        } else if (!extended.add(one)) {
            problems.add(entry.place(), key, "extends itself", "a service at the end of the chain");
        } else {
            layers.add(own);
            ComposeService.inside(own, EXTENDS).ifPresent(node -> extend(one, node, services, extended, layers));
        }
    }

    private void extend(Extended one, Node node, Mapping services, Set<Extended> extended, List<Mapping> layers) {
        Optional<String> name = ComposeService.text(node)
                .or(() -> ComposeService.inside(node, "service").flatMap(ComposeService::text));
        Optional<String> otherFile = ComposeService.inside(node, "file").flatMap(ComposeService::text);
        if (name.isEmpty()) {
            problems.add(node.place(), EXTENDS, "no service named", "`extends: { service: base }`");
        } else if (otherFile.isEmpty()) {
            collect(new Extended(one.file(), name.get()), services, extended, layers);
        } else {
            nearby.follow(otherFile.get(), EXTENDS, node.place())
                    .ifPresent(file -> mapping(file)
                            .ifPresent(other -> collect(new Extended(file, name.get()), other, extended, layers)));
        }
    }
}
