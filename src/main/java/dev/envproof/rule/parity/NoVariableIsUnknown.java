package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.parity.SettingsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.TreeSet;

/** Where the contract is closed, a variable that no file names is drift. */
@Card(
        id = "parity/no-variable-is-unknown",
        says = "its deployment is given no variable that the files do not name",
        severity = Severity.MEDIUM,
        because = "a variable that nobody declared is set in one environment and forgotten in the next",
        remedy = "name the variable under `parity.variables`, or take it out of the deployment",
        requires = {Need.PARITY, Need.PARITY_VARIABLES, Need.PARITY_CLOSED},
        trippedBy = Fault.PARITY_VARIABLE_UNKNOWN,
        verifies = {"IN-04", "IN-07"})
public final class NoVariableIsUnknown implements Rule.OfEnvironment<SettingsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SettingsProbe.Seen seen) {
        if (seen.ofVariables().isEmpty()) {
            return Verdict.inconclusive("no variable of the contract was looked at");
        }
        return seen.unknown().isEmpty()
                ? Verdict.held("every variable is named by a file")
                : Verdict.broken(
                        "no variable beside those that the files name",
                        String.join(", ", new TreeSet<>(seen.unknown())));
    }
}
