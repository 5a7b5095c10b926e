package dev.envproof.suites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.junit.GateOf;
import dev.envproof.report.Gate;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Catches what no single rule shows: too few rules, no environment, waivers, canaries left behind. */
@Tag("gate")
@DisplayName("gate")
@ExtendWith(GateOf.class)
class GateSuite {

    @Test
    @DisplayName("the gate is open")
    void is_open(Supplier<Gate> decided) {
        Gate gate = decided.get();
        assertThat(gate.isOpen())
                .withFailMessage(() -> "the gate is CLOSED:\n  " + String.join("\n  ", gate.reasons()))
                .isTrue();
    }
}
