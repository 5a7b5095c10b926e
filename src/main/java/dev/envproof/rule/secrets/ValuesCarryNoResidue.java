package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Quotes, line ends and comments that became part of a value make it another value. */
@Card(
        id = "secrets/values-carry-no-residue",
        says = "no value carries quotes, line ends or blanks that do not belong to it",
        severity = Severity.HIGH,
        because = "services that read the same file differently hold different secrets, and a rotation half succeeds",
        remedy =
                "write the value without quotes and with Unix line ends in the file or store that the deployment reads",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_QUOTE_RESIDUE,
        verifies = {"JP-03", "IN-04"})
public final class ValuesCarryNoResidue implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return EachSecret.judge(
                seen.declared(),
                sighting -> true,
                "the value alone",
                sighting -> EachSecret.shapes(sighting, shape -> !shape.isStandIn()));
    }
}
