package dev.envproof.replica.embedded;

import dev.envproof.environment.Target;
import dev.envproof.replica.Replica;
import java.net.URI;
import java.util.Set;

/** One replica for all tests that only ask it; it is closed when the JVM ends. */
final class HealthyReplica {
    private static final Replica SHARED = EmbeddedReplica.start(JobPlatform.SYSTEM, Set.of(), line -> {});

    private HealthyReplica() {}

    static Target target(String environment) {
        return JobPlatform.target(SHARED, environment);
    }

    static String variable(String environment, String name) {
        return target(environment).variables().value(name).orElseThrow();
    }

    static URI edge(String environment) {
        return target(environment).edge();
    }
}
