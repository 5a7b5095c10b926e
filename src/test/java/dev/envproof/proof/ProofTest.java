package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import dev.envproof.rule.Severity;
import dev.envproof.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A part of the proof: a fault that is found and mended, and its look-alike that stays green. */
@Isolated("a whole system under load answers too late to be judged")
class ProofTest {
    private static final Suite CORS =
            new Suite("cors", Set.of("cors"), Set.of(), 1, Set.of(Severity.values()), List.of());

    @TempDir
    private Path memory = Path.of("");

    @Test
    void a_fault_turns_its_rule_red_and_its_look_alike_none() {
        try (Replica replica = EmbeddedReplica.start(files(Map.of()), Set.of(), line -> {})) {
            Proof proof = new Proof(replica, ProofTest::files, CORS, memory);
            ProofCase fault = proven(proof, Fault.CORS_REFLECT_ANY_ORIGIN);
            assertThat(fault.detectedBy()).containsExactly("cors/foreign-origin-is-refused");
            proven(proof, LookAlike.CORS_PUBLIC_PATH);
        }
    }

    private static ProofCase proven(Proof proof, Deviation deviation) {
        ProofCase shown = proof.of(deviation);
        assertThat(shown.falseAlarms())
                .as("false alarms beside " + deviation.id())
                .isEmpty();
        assertThat(shown.damage()).as("not green after " + deviation.id()).isEmpty();
        assertThat(shown.isProven()).as(deviation.id()).isTrue();
        return shown;
    }

    private static SystemUnderTest files(Map<String, String> overlay) {
        return Environments.load(Path.of("environments", "job-platform"), Map.of(), overlay);
    }
}
