package dev.envproof.environment;

import dev.envproof.environment.Parity.Comparison;
import java.util.Map;
import java.util.Optional;

/**
 * A variable of the deployments, as the parity contract has it.
 *
 * @param compare how the values of two environments must compare, where none is declared
 * @param is the value in every environment
 * @param in the value by environment, before {@code is}
 * @param isOptional whether an environment may go without it
 * @param isPlain whether a report may show its value
 */
public record ContractVariable(
        String name,
        Comparison compare,
        ValueType as,
        Optional<String> is,
        Map<String, String> in,
        boolean isOptional,
        boolean isPlain) {

    public ContractVariable {
        in = Map.copyOf(in);
    }

    /** A variable of which one word says all. */
    static ContractVariable of(String name, Comparison compare) {
        return new ContractVariable(name, compare, ValueType.TEXT, Optional.empty(), Map.of(), false, false);
    }

    /** The value that is declared for an environment, as the file writes it. */
    public Optional<String> declaredIn(String environment) {
        return Optional.ofNullable(in.get(environment)).or(() -> is);
    }

    /** Whether it has a declared value somewhere, so that environments are not compared with each other. */
    public boolean isDeclared() {
        return is.isPresent() || !in.isEmpty();
    }

    /** Whether its value in one environment can be wrong by itself; a build mode is looked at apart. */
    public boolean isJudgedAlone() {
        return as != ValueType.MODE && (isDeclared() || as != ValueType.TEXT);
    }

    /** Whether the values of two environments are compared with each other. */
    public boolean isCompared() {
        return as != ValueType.MODE && !isDeclared() && compare != Comparison.EXEMPT;
    }

    /** Whether a value may stand in a report: one that is declared, or of a type that no secret has. */
    public boolean mayBeShown() {
        return isPlain || isDeclared() || as.isHarmless();
    }
}
