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
import java.util.Optional;

/** A value that is no secret at all is left to the rule that says so. */
@Card(
        id = "secrets/secrets-are-long-enough",
        says = "every secret has the length that the policy asks for",
        severity = Severity.HIGH,
        because = "short secrets are found by trying",
        remedy = "generate a value of at least minimum-length characters, for example with: openssl rand -hex 32",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_TOO_SHORT,
        verifies = {"JP-01", "CE-06"})
public final class SecretsAreLongEnough implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return EachSecret.judge(
                seen.declared(),
                sighting -> !sighting.secret().isPublic() && !sighting.isStandIn(),
                "at least the declared minimum-length",
                SecretsAreLongEnough::shortfall);
    }

    private static Optional<String> shortfall(Sighting sighting) {
        int minimum = sighting.secret().minimumLength();
        return sighting.reachesMinimum()
                ? Optional.empty()
                : sighting.length().map(length -> length + ", where the policy asks for " + minimum);
    }
}
