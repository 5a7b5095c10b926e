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

/** Length and entropy cannot tell a product's demo key from a good one: a list of known ones can. */
@Card(
        id = "secrets/no-published-default-is-deployed",
        says = "no secret is a default that is published with a product",
        severity = Severity.CRITICAL,
        because = "the value, or the secret that signs it, stands in public documentation",
        remedy =
                "generate own keys and deploy them; a demo key belongs on a developer's machine (may-be-default: true)",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_DEMO_KEY,
        verifies = {"JP-01", "JP-03", "CE-06", "EP-17"})
public final class NoPublishedDefaultIsDeployed implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return EachSecret.judge(
                seen.declared(),
                sighting -> !sighting.secret().mayBeDefault(),
                "a value that nobody has published",
                sighting -> EachSecret.shapes(sighting, Shape.PUBLISHED::equals));
    }
}
