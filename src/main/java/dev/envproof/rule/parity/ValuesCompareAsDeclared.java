package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.parity.Setting;
import dev.envproof.probe.parity.SettingsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** Values without a declared one compare as the contract's word says; what one side lacks another rule judges. */
@Card(
        id = "parity/values-compare-as-declared",
        says = "variables differ from the other environment's only where the parity contract says so",
        severity = Severity.HIGH,
        because = "a difference that nobody declared makes staging prove something else than production",
        remedy = "make the values alike, or declare the difference under `parity.variables`",
        requires = {Need.PARITY, Need.PARITY_COMPARED},
        trippedBy = {Fault.PARITY_VALUE_DIFFERS, Fault.PARITY_VALUE_COPIED, Fault.PARITY_ORDER_REVERSED},
        verifies = {"IN-06", "IN-07", "IN-15", "CE-12"},
        unordered = true)
public final class ValuesCompareAsDeclared implements Rule.OfPair<SettingsProbe.Seen> {

    @Override
    public Verdict judge(Environment from, SettingsProbe.Seen one, Environment to, SettingsProbe.Seen other) {
        boolean isInOrder = one.place() <= other.place();
        Pair pair = isInOrder ? new Pair(from, to) : new Pair(to, from);
        SettingsProbe.Seen earlier = isInOrder ? one : other;
        SettingsProbe.Seen later = isInOrder ? other : one;
        List<Verdict> parts = earlier.settings().stream()
                .filter(setting -> setting.declared().isCompared())
                .flatMap(setting -> later.like(setting).stream().flatMap(its -> pair.judge(setting, its).stream()))
                .toList();
        return Verdict.all(parts);
    }

    /** Both environments, in the order of the promotion. */
    private record Pair(Environment earlier, Environment later) {
        List<Verdict> judge(Setting one, Setting other) {
            if (one.state() == Setting.State.UNSEEN || other.state() == Setting.State.UNSEEN) {
                return List.of(Settings.unseen(one.state() == Setting.State.UNSEEN ? one : other));
            }
            if (!one.isSet() || !other.isSet()) {
                return one.declared().isOptional()
                        ? List.of(Verdict.held(one.declared().name() + ": optional, and not set in both"))
                        : List.of();
            }
            String saw = one.declared().name() + " of " + one.source() + ": " + said(one, other);
            return List.of(isAsDeclared(one, other) ? Verdict.held(saw) : Verdict.broken(expected(one), saw));
        }

        private String said(Setting one, Setting other) {
            return one.fingerprint().equals(other.fingerprint())
                    ? one.says() + " in both"
                    : earlier.name() + " has " + one.says() + ", " + later.name() + " has " + other.says();
        }

        private static boolean isAsDeclared(Setting one, Setting other) {
            boolean isEqual = one.fingerprint().equals(other.fingerprint());
            return switch (one.declared().compare()) {
                case EQUAL -> isEqual;
                case MUST_DIFFER -> !isEqual;
                case ORDERED ->
                    one.declared()
                                    .as()
                                    .compare(
                                            one.shown().orElse("0"),
                                            other.shown().orElse("0"))
                            <= 0;
                case EXEMPT -> true;
            };
        }

        private String expected(Setting setting) {
            return setting.declared().name()
                    + switch (setting.declared().compare()) {
                        case EQUAL, EXEMPT -> ": one value in both";
                        case MUST_DIFFER -> ": a value of its own in each";
                        case ORDERED -> ": no smaller in " + later.name() + " than in " + earlier.name();
                    };
        }
    }
}
