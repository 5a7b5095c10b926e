package dev.envproof.junit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** Every rule of the suite at every environment, and the gate: another project runs them by one class that extends this. */
public abstract class EnvironmentTests {

    @Nested
    @FamilyOf(FamilyOf.EVERY)
    @DisplayName("rules")
    class RulesTests extends FamilyTests {}

    @Nested
    @DisplayName("gate")
    class GateOfRunTests extends GateTests {}
}
