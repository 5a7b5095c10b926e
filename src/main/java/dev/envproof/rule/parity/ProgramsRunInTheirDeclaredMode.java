package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.ValueType;
import dev.envproof.fault.Fault;
import dev.envproof.probe.parity.Setting;
import dev.envproof.probe.parity.SettingsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** Where the contract declares no mode, compared environments run what was built for production. */
@Card(
        id = "parity/programs-run-in-their-declared-mode",
        says = "programs are built for, and run in, the declared mode",
        severity = Severity.HIGH,
        because = "a program in development mode reloads code, tells its inside and behaves unlike production's",
        remedy = "deploy the build for production, or declare the exception under `parity.variables.<name>.in`",
        requires = {Need.PARITY, Need.PARITY_MODES},
        trippedBy = {Fault.PARITY_MODE_OF_DEVELOPERS, Fault.PARITY_MODE_TOLD_OTHERWISE},
        verifies = {"EA-04", "EA-10", "IN-06"})
public final class ProgramsRunInTheirDeclaredMode implements Rule.OfEnvironment<SettingsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SettingsProbe.Seen seen) {
        List<Verdict> parts = seen.settings().stream()
                .filter(setting -> setting.declared().as() == ValueType.MODE)
                .filter(setting -> setting.state() != Setting.State.UNSET)
                .map(setting -> judge(setting, environment))
                .toList();
        return Verdict.all(parts);
    }

    private static Verdict judge(Setting setting, Environment environment) {
        if (setting.state() == Setting.State.UNSEEN) {
            return Settings.unseen(setting);
        }
        String expected = setting.declared()
                .declaredIn(environment.name())
                .flatMap(ValueType.MODE::canonical)
                .orElse("production");
        return setting.shown().filter(expected::equals).isPresent()
                ? Settings.held(setting)
                : Settings.broken(expected, setting);
    }
}
