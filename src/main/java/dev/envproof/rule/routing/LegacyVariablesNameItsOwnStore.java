package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.StoreIdentity;
import dev.envproof.probe.routing.LegacyProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.TreeSet;

/** Variables that are still read for backward compatibility lead to the environment's own store and to no sibling's. */
@Card(
        id = "routing/legacy-variables-name-its-own-store",
        says = "legacy variables lead to its own store",
        severity = Severity.CRITICAL,
        because = "where a new variable is forgotten, callers are served from another environment's data",
        remedy = "set the legacy variables to this environment's own store, or unset them",
        requires = Need.LEGACY_VARIABLES,
        trippedBy = Fault.ROUTING_LEGACY_POINTS_TO_DEVELOPMENT,
        verifies = {"JP-02", "JP-20"})
public final class LegacyVariablesNameItsOwnStore implements Rule.OfEnvironment<LegacyProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LegacyProbe.Seen seen) {
        return Verdict.all(seen.stores().stream()
                .map(legacy -> judge(environment.name(), legacy))
                .toList());
    }

    private static Verdict judge(String name, LegacyProbe.Legacy legacy) {
        String variable = legacy.address().legacyUrlVariable().orElse("the legacy variable");
        if (!legacy.isSet()) {
            return legacy.isReplaced()
                    ? Verdict.held(variable + " is unset, and nothing needs it")
                    : Verdict.inconclusive("this run sees neither " + variable + " nor "
                            + legacy.address().urlVariable());
        }
        if (legacy.legacy() instanceof StoreIdentity.Unknown unknown) {
            return Verdict.inconclusive(variable + ": " + unknown.why());
        }
        String expected = "the store of " + name;
        if (legacy.isReplaced()) {
            return legacy.legacy().equals(legacy.current())
                    ? Verdict.held(variable + " leads to the same store as "
                            + legacy.address().urlVariable())
                    : other(variable, expected, legacy);
        }
        return legacy.others().isEmpty()
                ? Verdict.held(variable + " leads to a store that no sibling has")
                : other(variable, expected, legacy);
    }

    private static Verdict other(String variable, String expected, LegacyProbe.Legacy legacy) {
        if (legacy.isReplaced() && legacy.current() instanceof StoreIdentity.Unknown unknown) {
            return Verdict.inconclusive(legacy.address().urlVariable() + ": " + unknown.why());
        }
        String whose = legacy.others().isEmpty()
                ? "another store"
                : "the store of " + String.join(" and ", new TreeSet<>(legacy.others()));
        return Verdict.broken(expected, variable + " leads to " + whose);
    }
}
