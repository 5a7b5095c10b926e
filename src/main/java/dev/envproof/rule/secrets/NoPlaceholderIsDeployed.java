package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.probe.secrets.Shape;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Sample files are meant to be edited; what they ask to replace is known to everyone. */
@Card(
        id = "secrets/no-placeholder-is-deployed",
        says = "no secret is a placeholder",
        severity = Severity.CRITICAL,
        because = "everyone who has read the sample file knows the value",
        remedy = "generate a random value for this environment alone and deploy it",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_PLACEHOLDER,
        verifies = {"JP-01", "JP-03", "IN-04", "CE-06", "EP-17"})
public final class NoPlaceholderIsDeployed implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return EachSecret.judge(
                seen.declared(),
                sighting -> !sighting.secret().mayBeDefault(),
                "a value that was generated for this environment",
                sighting -> EachSecret.shapes(sighting, Shape.PLACEHOLDER::equals));
    }
}
