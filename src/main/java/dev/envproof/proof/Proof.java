package dev.envproof.proof;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.replica.Replica;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Verification;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows one deviation after the other on a replica that stays up. */
public final class Proof {
    private final Replica replica;
    private final Function<Map<String, String>, SystemUnderTest> files;
    private final Suite suite;
    private final Path memory;

    /**
     * @param files loads the system's files with an overlay of keys that they declare differently
     * @param suite the rules that judge
     * @param memory where a run notes the canaries that it must remove
     */
    public Proof(Replica replica, Function<Map<String, String>, SystemUnderTest> files, Suite suite, Path memory) {
        this.replica = replica;
        this.files = files;
        this.suite = suite;
        this.memory = memory;
    }

    public ProofCase of(Deviation deviation) {
        replica.show(files.apply(deviation.overlay()), Set.of(deviation));
        Findings during = verify();
        Optional<Findings> after = deviation instanceof Fault ? Optional.of(healthy()) : Optional.empty();
        return new ProofCase(deviation, Expectation.of(deviation), during, after);
    }

    /** One run over the healthy replica. */
    public Findings healthy() {
        replica.show(files.apply(Map.of()), Set.of());
        return verify();
    }

    private Findings verify() {
        Set<String> all = replica.targets().stream()
                .map(Target::environment)
                .map(environment -> environment.name())
                .collect(Collectors.toSet());
        return new Verification(replica.targets(), suite, memory).of(all);
    }
}
