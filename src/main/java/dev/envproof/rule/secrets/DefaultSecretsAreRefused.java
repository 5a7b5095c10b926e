package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.DefaultSecretProbe;
import dev.envproof.probe.secrets.DefaultSecretProbe.StartedWith;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A start that fails counts beside one with the deployment's own variables that does not. */
@Card(
        id = "secrets/default-secrets-are-refused",
        says = "no service starts with a default secret",
        severity = Severity.HIGH,
        because = "the next deployment that loses its variables runs with a secret that everybody knows",
        remedy = "let the service compare its secrets with the published defaults at start-up, and stop",
        requires = {Need.REPLICA, Need.DEFAULT_SECRETS},
        trippedBy = Fault.SECRETS_DEFAULT_STARTS,
        verifies = {"CE-05"})
public final class DefaultSecretsAreRefused implements Rule.OfEnvironment<DefaultSecretProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, DefaultSecretProbe.Seen seen) {
        return Verdict.all(
                seen.starts().stream().map(DefaultSecretsAreRefused::judge).toList());
    }

    private static Verdict judge(StartedWith start) {
        String what = start.service() + " with " + start.variable() + "=" + start.defaultValue();
        if (start.withDefault().isServing()) {
            return Verdict.broken(
                    "a service that stops at start-up",
                    what + " serves: " + start.withDefault().says(),
                    start.withDefault().exchange());
        }
        return start.asDeployed().isServing()
                ? Verdict.held(what + ": " + start.withDefault().says())
                : Verdict.inconclusive(
                        start.service() + " does not serve with its own secrets either: "
                                + start.asDeployed().says(),
                        start.asDeployed().exchange());
    }
}
