package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.probe.secrets.Sighting;
import dev.envproof.probe.secrets.Sighting.Presence;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.time.Duration;
import java.time.Instant;

/** The age is counted from the token's own issue date, else from the declared rotated-on. */
@Card(
        id = "secrets/keys-are-rotated",
        says = "every key is younger than its rotation limit",
        severity = Severity.MEDIUM,
        because = "the longer a key is in use, the more people and machines have seen it",
        remedy =
                "issue a new key, deploy it and revoke the old one; state rotated-on where the key does not tell its age",
        requires = Need.SECRET_ROTATION,
        trippedBy = Fault.SECRETS_ROTATION_OVERDUE,
        verifies = {"JP-01", "CE-06"})
public final class KeysAreRotated implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return Verdict.all(seen.declared().stream()
                .filter(sighting -> sighting.secret().rotateWithin().isPresent())
                .map(sighting -> judge(sighting, seen.at()))
                .toList());
    }

    private static Verdict judge(Sighting sighting, Instant now) {
        if (sighting.presence() == Presence.NOT_VISIBLE) {
            return EachSecret.notVisible(sighting);
        }
        String variable = sighting.variable();
        if (sighting.presence() != Presence.SET || sighting.isStandIn()) {
            return Verdict.held(variable + ": no key that could be rotated");
        }
        long limit = sighting.secret().rotateWithin().orElseThrow().toDays();
        return sighting.made()
                .map(date -> Duration.between(date, now).toDays())
                .map(age -> age <= limit
                        ? Verdict.held(variable + ": " + age + " days old")
                        : Verdict.broken("at most " + limit + " days", variable + ": " + age + " days old"))
                .orElseGet(() ->
                        Verdict.inconclusive(variable + ": tells no date of issue, and the file states no rotated-on"));
    }
}
