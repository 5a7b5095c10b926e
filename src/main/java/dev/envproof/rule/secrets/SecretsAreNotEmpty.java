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

/** A variable that is set to nothing is worse than one that is missing: nothing complains. */
@Card(
        id = "secrets/secrets-are-not-empty",
        says = "no secret is set to nothing",
        severity = Severity.HIGH,
        because = "an empty value counts as set, so that libraries quietly use their own default or no password at all",
        remedy = "give the variable its value, or remove the variable and declare it optional: true",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_SET_BUT_EMPTY,
        verifies = {"JP-03", "IN-04", "EP-17"})
public final class SecretsAreNotEmpty implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return Verdict.all(
                seen.declared().stream().map(SecretsAreNotEmpty::judge).toList());
    }

    private static Verdict judge(Sighting sighting) {
        return switch (sighting.presence()) {
            case NOT_VISIBLE -> EachSecret.notVisible(sighting);
            case SET, UNSET -> Verdict.held(sighting.variable() + ": not empty");
            case EMPTY ->
                sighting.secret().isOptional()
                        ? Verdict.held(sighting.variable() + ": optional, and empty")
                        : Verdict.broken("a value, or no variable", sighting.variable() + ": set, but empty");
        };
    }
}
