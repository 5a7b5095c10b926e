package dev.envproof.rule.parity;

import dev.envproof.environment.ContractVariable;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.parity.Setting;
import dev.envproof.probe.parity.SettingsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;

/** A value is of its declared type, and is the declared one, however it is written. */
@Card(
        id = "parity/values-are-as-declared",
        says = "variables have the values that the parity contract declares",
        severity = Severity.HIGH,
        because = "limits, levels and time limits that differ make staging prove something else than production",
        remedy =
                "set the declared value in this environment's deployment, or declare the difference under `parity.variables.<name>.in`",
        requires = {Need.PARITY, Need.PARITY_VALUES},
        trippedBy = {Fault.PARITY_POOL_SMALLER, Fault.PARITY_LEVEL_UNDECLARED},
        verifies = {"IN-01", "IN-07", "EA-04", "CE-13", "CE-19"})
public final class ValuesAreAsDeclared implements Rule.OfEnvironment<SettingsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SettingsProbe.Seen seen) {
        return Verdict.all(seen.settings().stream()
                .filter(setting -> setting.declared().isJudgedAlone())
                .flatMap(setting -> judge(setting, environment).stream())
                .toList());
    }

    private static Optional<Verdict> judge(Setting setting, Environment environment) {
        ContractVariable declared = setting.declared();
        Optional<String> expected = declared.declaredIn(environment.name()).flatMap(declared.as()::canonical);
        return switch (setting.state()) {
            case UNSET, EMPTY -> declared.isOptional() ? Optional.of(Settings.held(setting)) : Optional.empty();
            case UNSEEN -> Optional.of(Settings.unseen(setting));
            case MISFIT -> Optional.of(Settings.broken(declared.as().says(), setting));
            case SET ->
                Optional.of(
                        expected.isEmpty() || setting.shown().equals(expected)
                                ? Settings.held(setting)
                                : Settings.broken(expected.get(), setting));
        };
    }
}
