package dev.envproof.proof;

import static java.util.Map.entry;

import dev.envproof.fault.Fault;
import java.util.Map;
import java.util.Set;

/** Rules that can't help turning red or inconclusive beside a fault's own; each line says why. */
final class Companions {
    private static final Map<Fault, Set<String>> ALLOWED = Map.ofEntries(
            // The password is part of the URL that both environments now have.
            entry(
                    Fault.ISOLATION_SAME_DATABASE,
                    Set.of(
                            "secrets/secrets-differ-between-environments",
                            "isolation/personal-data-stays-home",
                            "isolation/migrations-are-in-step")));

    private Companions() {}

    static Set<String> of(Fault fault) {
        return ALLOWED.getOrDefault(fault, Set.of());
    }
}
