package dev.envproof.junit;

import dev.envproof.report.Gate;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

/** Catches what no single rule shows: too few rules, no environment, waivers, canaries left behind. */
@ExtendWith(GateOf.class)
public abstract class GateTests {

    @Test
    @DisplayName("the gate is open")
    void is_open(Supplier<Gate> decided) {
        Gate gate = decided.get();
        if (!gate.isOpen()) {
            throw new AssertionFailedError("the gate is CLOSED:\n  " + String.join("\n  ", gate.reasons()));
        }
    }
}
