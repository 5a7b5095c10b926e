package dev.envproof.rule.parity;

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
import java.util.List;

/** A variable that the contract does not call optional has a value in every compared environment. */
@Card(
        id = "parity/required-variables-are-set",
        says = "every variable that the parity contract requires is set",
        severity = Severity.HIGH,
        because = "what is missing here and set elsewhere falls back to a default that nobody tried",
        remedy = "set the variable in this environment's deployment, or declare it optional: true in `parity`",
        requires = {Need.PARITY, Need.PARITY_VARIABLES},
        trippedBy = Fault.PARITY_VARIABLE_MISSING,
        verifies = {"IN-04", "IN-07", "EA-04", "CE-10"})
public final class RequiredVariablesAreSet implements Rule.OfEnvironment<SettingsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SettingsProbe.Seen seen) {
        List<Setting> required = seen.ofVariables().stream()
                .filter(setting -> !setting.declared().isOptional())
                .toList();
        List<Verdict> missing = required.stream()
                .filter(setting -> setting.state() == Setting.State.UNSET || setting.state() == Setting.State.EMPTY)
                .map(setting -> Verdict.broken(
                        "a value of every required variable", setting.declared().name() + ": " + setting.says()))
                .toList();
        if (!missing.isEmpty()) {
            return Verdict.all(missing);
        }
        return required.isEmpty()
                ? Verdict.inconclusive("no required variable was looked at")
                : Verdict.held(required.size() + " required variables are set");
    }
}
