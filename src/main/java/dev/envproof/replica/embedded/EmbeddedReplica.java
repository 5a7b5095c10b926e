package dev.envproof.replica.embedded;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Replica;
import java.util.Set;
import java.util.function.Consumer;

/** A whole system on this machine's loopback addresses: real database servers, and the rest in this JVM. */
public final class EmbeddedReplica {
    private EmbeddedReplica() {}

    /**
     * Starts every part at once; returns when all answer.
     *
     * @param progress is told one line per part
     * @throws dev.envproof.replica.ReplicaException where a part can't start; everything else is stopped then
     */
    public static Replica start(
            SystemUnderTest system, Set<? extends Deviation> deviations, Consumer<String> progress) {
        return LocalReplica.start(system, deviations, progress, EmbeddedWorkshop::new);
    }
}
