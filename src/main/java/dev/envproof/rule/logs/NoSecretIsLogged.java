package dev.envproof.rule.logs;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.logs.LogProbe;
import dev.envproof.probe.logs.LogProbe.Leak.Kind;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** No log that this run can read holds a secret of the environment, raw or encoded. */
@Card(
        id = "logs/no-secret-is-logged",
        says = "no secret is in the services' logs",
        severity = Severity.CRITICAL,
        because = "logs are copied to more places and read by more people than any secret may be",
        remedy = "log the name of a variable or its last four characters, and replace the secret that was logged",
        requires = {Need.LOGS, Need.SECRETS},
        trippedBy = Fault.LOGS_KEY_AT_START_UP,
        verifies = {"JP-18", "IN-12"})
public final class NoSecretIsLogged implements Rule.OfEnvironment<LogProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LogProbe.Seen seen) {
        return Leaks.judge(seen, Kind.IN_LOG, "no secret, in no form");
    }
}
