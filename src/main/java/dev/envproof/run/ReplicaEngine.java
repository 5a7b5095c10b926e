package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.environment.NoTarget;
import dev.envproof.environment.Target.Engine;
import java.util.List;

/** The engine that {@code -Dreplica} names. */
final class ReplicaEngine {
    private static final Choice FLAG = new Choice("-Dreplica", "engine", List.of("auto", "embedded", "docker"));

    private ReplicaEngine() {}

    static Engine choose(String flag) {
        if (FLAG.oneOf(flag).equals("docker")) {
            throw new NoTarget("-Dreplica=docker: this version has the embedded engine only; use -Dreplica=embedded");
        }
        return Engine.EMBEDDED;
    }
}
