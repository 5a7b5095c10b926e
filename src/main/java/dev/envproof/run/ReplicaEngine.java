package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.environment.Environment;
import dev.envproof.environment.NoTarget;
import dev.envproof.environment.ReplicaChoice;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target.Engine;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Replica;
import dev.envproof.replica.compose.ComposeReplica;
import dev.envproof.replica.docker.Availability;
import dev.envproof.replica.docker.DockerReplica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a replica runs on.
 *
 * @param because why this one: what was asked, or what was found
 */
record ReplicaEngine(Engine engine, String because) {
    private static final String COMPOSE = "compose";
    private static final Choice FLAG =
            new Choice("-Dreplica", "engine", List.of("auto", "embedded", "docker", COMPOSE));

    /** @throws dev.envproof.environment.UnknownName for a value that {@code -Dreplica} does not know */
    static Optional<String> named(Optional<String> flag) {
        return flag.map(FLAG::oneOf);
    }

    /**
     * What the flag says, else what the files of the environments on the replica say; looks for a Docker engine only where
     * {@code auto} leaves it open.
     *
     * @throws NoTarget where two files name two engines
     */
    static ReplicaEngine choose(Optional<String> flag, List<Environment> environments) {
        return choose(flag, environments, DockerReplica::availability);
    }

    static ReplicaEngine choose(Optional<String> flag, List<Environment> environments, Supplier<Availability> docker) {
        if (flag.isPresent()) {
            return flag.get().equals(COMPOSE)
                    ? ofComposeFiles(environments)
                    : choose(flag.get(), "as -Dreplica asks", docker);
        }
        if (environments.stream().anyMatch(environment -> environment.compose().isPresent())) {
            return ofComposeFiles(environments);
        }
        Map<String, String> askers = new TreeMap<>();
        environments.forEach(it -> it.replica()
                .filter(choice -> choice != ReplicaChoice.BuiltIn.AUTO)
                .ifPresent(
                        choice -> askers.putIfAbsent(choice.toString().toLowerCase(Locale.ROOT), it.name() + ".yaml")));
        if (askers.size() > 1) {
            throw new NoTarget(askers.get("docker") + " asks for `replica: docker`, " + askers.get("embedded")
                    + " for `replica: embedded`; a replica has one engine: let the files agree, or say -Dreplica=...");
        }
        return askers.entrySet().stream()
                .findFirst()
                .map(asked -> choose(asked.getKey(), "as " + asked.getValue() + " asks", docker))
                .orElseGet(() -> choose("auto", "", docker));
    }

    private static ReplicaEngine ofComposeFiles(List<Environment> environments) {
        List<String> without = environments.stream()
                .filter(environment -> environment.compose().isEmpty())
                .map(Environment::name)
                .toList();
        if (!without.isEmpty()) {
            throw new NoTarget(String.join(", ", without) + ": no `compose` in `replica`; environments on a replica are"
                    + " compared, so that all or none of a run name a compose file; choose some with -Denv, or force"
                    + " -Dreplica=embedded");
        }
        return new ReplicaEngine(Engine.COMPOSE, "as the environments' files name compose files");
    }

    private static ReplicaEngine choose(String named, String because, Supplier<Availability> docker) {
        return switch (named) {
            case "docker" -> new ReplicaEngine(Engine.DOCKER, because);
            case "embedded" -> new ReplicaEngine(Engine.EMBEDDED, because);
            default -> {
                Availability found = docker.get();
                yield new ReplicaEngine(found.usable() ? Engine.DOCKER : Engine.EMBEDDED, found.because());
            }
        };
    }

    String word() {
        return engine.name().toLowerCase(Locale.ROOT);
    }

    Replica start(SystemUnderTest system, Set<Deviation> deviations, Consumer<String> progress) {
        return switch (engine) {
            case COMPOSE -> ComposeReplica.start(system, progress);
            case DOCKER -> DockerReplica.start(system, deviations, progress);
            default -> EmbeddedReplica.start(system, deviations, progress);
        };
    }
}
