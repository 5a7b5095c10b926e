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
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
        return alone(variable, expected, legacy);
    }

    /** Where nothing replaced them, only siblings whose stores are known can tell that the store is nobody else's. */
    private static Verdict alone(String variable, String expected, LegacyProbe.Legacy legacy) {
        if (!owners(legacy).isEmpty()) {
            return other(variable, expected, legacy);
        }
        if (!legacy.legacy().equals(legacy.current())) {
            return Verdict.inconclusive(variable + " leads to another store than a direct look did");
        }
        if (legacy.others().isEmpty()) {
            return Verdict.held(variable + " leads to its own store; this run has no sibling to compare it with");
        }
        List<String> unknown = siblings(legacy, StoreIdentity.Unknown.class::isInstance);
        return unknown.isEmpty()
                ? Verdict.held(variable + " leads to a store that no sibling of this run has")
                : Verdict.inconclusive("the store of " + String.join(" and ", unknown)
                        + " did not tell its identity, so " + variable + " may lead there");
    }

    private static Verdict other(String variable, String expected, LegacyProbe.Legacy legacy) {
        if (legacy.isReplaced() && legacy.current() instanceof StoreIdentity.Unknown unknown) {
            return Verdict.inconclusive(legacy.address().urlVariable() + ": " + unknown.why());
        }
        List<String> owners = owners(legacy);
        String whose = owners.isEmpty() ? "another store" : "the store of " + String.join(" and ", owners);
        return Verdict.broken(expected, variable + " leads to " + whose);
    }

    private static List<String> owners(LegacyProbe.Legacy legacy) {
        return siblings(legacy, legacy.legacy()::equals);
    }

    private static List<String> siblings(LegacyProbe.Legacy legacy, Predicate<StoreIdentity> which) {
        return legacy.others().entrySet().stream()
                .filter(sibling -> which.test(sibling.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
