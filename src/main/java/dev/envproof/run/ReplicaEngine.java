package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target.Engine;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Replica;
import dev.envproof.replica.docker.Availability;
import dev.envproof.replica.docker.DockerReplica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a replica runs on.
 *
 * @param because why this one: what was asked, or what was found
 */
record ReplicaEngine(Engine engine, String because) {
    private static final Choice FLAG = new Choice("-Dreplica", "engine", List.of("auto", "embedded", "docker"));

    /** @throws dev.envproof.environment.UnknownName for a value that {@code -Dreplica} does not know */
    static String named(String flag) {
        return FLAG.oneOf(flag);
    }

    /** Looks for a Docker engine only where {@code auto} leaves it open. */
    static ReplicaEngine choose(String named) {
        return choose(named, DockerReplica::availability);
    }

    static ReplicaEngine choose(String named, Supplier<Availability> docker) {
        return switch (named) {
            case "docker" -> new ReplicaEngine(Engine.DOCKER, "as -Dreplica asks");
            case "embedded" -> new ReplicaEngine(Engine.EMBEDDED, "as -Dreplica asks");
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
        return engine == Engine.DOCKER
                ? DockerReplica.start(system, deviations, progress)
                : EmbeddedReplica.start(system, deviations, progress);
    }
}
