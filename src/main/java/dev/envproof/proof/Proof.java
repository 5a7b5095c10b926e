package dev.envproof.proof;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Harmless;
import dev.envproof.replica.Replica;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Verification;
import java.nio.file.Path;
import java.util.List;
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

    /** The run over the look-alike is also the one that shows the fault gone, where it is green wherever the fault was not. */
    public List<ProofCase> of(Turn turn) {
        if (turn.then().isEmpty()) {
            return List.of(of(turn.first()));
        }
        Findings during = shown(turn.first());
        Findings then = shown(turn.then().get());
        Findings after = isGreenAgain(during, then) ? then : healthy();
        return List.of(
                new ProofCase(turn.first(), Expectation.of(turn.first()), during, Optional.of(after)),
                new ProofCase(turn.then().get(), Expectation.of(turn.then().get()), then, Optional.empty()));
    }

    private static boolean isGreenAgain(Findings during, Findings then) {
        return then.findings().stream().allMatch(Finding::isHeld)
                && then.findings().stream()
                        .map(Proof::spot)
                        .collect(Collectors.toSet())
                        .containsAll(during.findings().stream()
                                .filter(finding -> !finding.isHeld())
                                .map(Proof::spot)
                                .toList());
    }

    private static String spot(Finding finding) {
        return finding.subject() + " " + finding.rule();
    }

    private Findings shown(Deviation deviation) {
        replica.show(files.apply(deviation.overlay()), Set.of(deviation));
        return verify();
    }

    public ProofCase of(Deviation deviation) {
        Findings during = shown(deviation);
        Optional<Findings> after = !(deviation instanceof Harmless) ? Optional.of(healthy()) : Optional.empty();
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
