package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.TokenProbe;
import dev.envproof.probe.secrets.TokenProbe.Shown;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A refusal counts beside a token that is accepted: a page that lets nobody in checks nothing. */
@Card(
        id = "secrets/forged-tokens-are-refused",
        says = "tokens of no secret of its own, and expired ones, are refused",
        severity = Severity.CRITICAL,
        because = "whoever can write a token that nobody checks is any user he likes to be",
        remedy = "verify signature, algorithm and expiry of every token before anything in it is believed",
        requires = Need.TOKENS,
        trippedBy = {Fault.SECRETS_TOKEN_UNVERIFIED, Fault.SECRETS_TOKEN_EXPIRY_IGNORED},
        verifies = {"EP-04"})
public final class ForgedTokensAreRefused implements Rule.OfEnvironment<TokenProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, TokenProbe.Seen seen) {
        return Verdict.all(
                seen.forged().stream().map(forged -> judge(forged, seen)).toList());
    }

    private static Verdict judge(Shown forged, TokenProbe.Seen seen) {
        if (forged.isAccepted()) {
            return Verdict.broken(
                    "HTTP 401 or 403",
                    forged.token() + " was answered with HTTP " + forged.status(),
                    forged.exchange());
        }
        if (!forged.isRefused()) {
            return Verdict.inconclusive(forged.token() + ": " + forged.doubt().orElse(""), forged.exchange());
        }
        return seen.own().stream().anyMatch(Shown::isAccepted)
                ? Verdict.held(forged.token() + " was refused with HTTP " + forged.status())
                : Verdict.inconclusive(
                        forged.token() + " was refused, but so was every other, or none was there to compare");
    }
}
