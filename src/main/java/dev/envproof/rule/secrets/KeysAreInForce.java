package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.Claims;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Clocks differ by a little, so a minute either way is forgiven. */
@Card(
        id = "secrets/keys-are-in-force",
        says = "every key is in force",
        severity = Severity.CRITICAL,
        because =
                "a key that is expired, or not valid yet, stops the environment; a service may then fall back to another",
        remedy = "issue a new key, and watch the expiry of the one that replaces it",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_KEY_EXPIRED,
        verifies = {"JP-01", "CE-06"})
public final class KeysAreInForce implements Rule.OfEnvironment<SecretsProbe.Seen> {
    private static final Duration SKEW = Duration.ofMinutes(1);

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return EachSecret.judge(
                seen.declared(),
                sighting -> true,
                "a key that is valid now",
                sighting -> sighting.claims().flatMap(claims -> mistake(claims, seen.at())));
    }

    private static Optional<String> mistake(Claims claims, Instant now) {
        Optional<String> expired = claims.expires()
                .filter(expiry -> !expiry.plus(SKEW).isAfter(now))
                .map(expiry -> "expired on " + expiry);
        return expired.or(() -> ahead(claims.notBefore(), now).map(start -> "not valid before " + start))
                .or(() -> ahead(claims.issuedAt(), now).map(date -> "issued on " + date + ", which is yet to come"));
    }

    private static Optional<Instant> ahead(Optional<Instant> date, Instant now) {
        return date.filter(start -> start.minus(SKEW).isAfter(now));
    }
}
