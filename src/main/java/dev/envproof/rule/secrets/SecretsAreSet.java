package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.probe.secrets.Sighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** What the deployment must be given is there; whether it is any good, other rules judge. */
@Card(
        id = "secrets/secrets-are-set",
        says = "every declared secret and store variable is set",
        severity = Severity.CRITICAL,
        because = "a service without its credentials falls back to a default, or to another environment",
        remedy = "set the variable in the deployment of this environment, or declare it optional: true",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_UNSET,
        verifies = {"JP-03", "JP-08", "IN-04", "IN-08", "EP-17"})
public final class SecretsAreSet implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return Verdict.all(seen.declared().stream().map(SecretsAreSet::judge).toList());
    }

    private static Verdict judge(Sighting sighting) {
        return switch (sighting.presence()) {
            case SET, EMPTY -> Verdict.held(sighting.variable() + ": set");
            case NOT_VISIBLE -> EachSecret.notVisible(sighting);
            case UNSET ->
                sighting.secret().isOptional()
                        ? Verdict.held(sighting.variable() + ": optional, and unset")
                        : Verdict.broken("a value", sighting.variable() + ": unset");
        };
    }
}
