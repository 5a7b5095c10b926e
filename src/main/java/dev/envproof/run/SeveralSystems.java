package dev.envproof.run;

import dev.envproof.environment.Environment;
import dev.envproof.environment.NoTarget;
import dev.envproof.environment.QualifiedName;
import dev.envproof.environment.UnknownName;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run over several systems can't do, told before anything starts. */
final class SeveralSystems {
    private SeveralSystems() {}

    /** @throws UnknownName for a flag whose file or part is one system's */
    static void require(Flags flags, List<String> systems) {
        if (systems.size() < 2) {
            return;
        }
        if (flags.shard().isPresent()) {
            throw new UnknownName("-Dshard: a shard is a part of one system's suite; name one with -Dsystem, or give"
                    + " each system a machine of its own");
        }
        if (flags.baseline().isPresent()) {
            throw new UnknownName("-Dlatency.baseline: the file holds one system's latencies; name one with -Dsystem");
        }
        if (flags.drift().isPresent()) {
            throw new UnknownName("-Dparity.baseline: the file holds what one system showed; name one with -Dsystem");
        }
    }

    /**
     * One variable may give the address to two environments of one name, and one of them would be verified as the other.
     *
     * @throws NoTarget where two systems have one address
     */
    static void requireOwnAddresses(List<Plan> plans) {
        Map<URI, String> known = new HashMap<>();
        for (Plan plan : plans) {
            for (Environment environment : plan.deployed()) {
                String name = QualifiedName.in(plan.system().name(), environment.name());
                environment.deployedAt().ifPresent(address -> {
                    String other = known.computeIfAbsent(address, first -> name);
                    if (!QualifiedName.of(other)
                            .system()
                            .equals(Optional.of(plan.system().name()))) {
                        throw new NoTarget(other + " and " + name + ": one address for two systems; let `url` in each"
                                + " file name a variable of its own in place of " + environment.urlVariable());
                    }
                });
            }
        }
    }
}
