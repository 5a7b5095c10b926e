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

/** Judges the value that is in force, not the file that it was made from. */
@Card(
        id = "secrets/templates-are-resolved",
        says = "no secret is an unresolved template, reference or mask",
        severity = Severity.CRITICAL,
        because = "the text of the template is the password, and it stands in the repository",
        remedy = "resolve the template before the deployment starts, and let the deployment fail where it cannot",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_UNRESOLVED_TEMPLATE,
        verifies = {"JP-03", "IN-04", "EP-17"})
public final class TemplatesAreResolved implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return EachSecret.judge(
                seen.declared(),
                sighting -> true,
                "a resolved value",
                sighting -> EachSecret.shapes(sighting, Shape.TEMPLATE::equals));
    }
}
