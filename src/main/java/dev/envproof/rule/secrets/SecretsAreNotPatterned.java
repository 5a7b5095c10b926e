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

/** Repetition, sequences and keyboard walks are what guessing tools try first. */
@Card(
        id = "secrets/secrets-are-not-patterned",
        says = "no secret is a repetition, a sequence or a keyboard walk",
        severity = Severity.HIGH,
        because = "guessing tools try such values first, however long they are",
        remedy = "generate a random value, for example with: openssl rand -hex 32",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_REPETITION,
        verifies = {"JP-01", "CE-06"})
public final class SecretsAreNotPatterned implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return EachSecret.judge(
                seen.declared(),
                sighting ->
                        !sighting.secret().mayBeDefault() && !sighting.secret().isPublic(),
                "a random value",
                sighting -> EachSecret.shapes(sighting, Shape.PATTERNED::equals));
    }
}
