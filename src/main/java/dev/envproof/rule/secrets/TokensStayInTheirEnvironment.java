package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.TokenProbe;
import dev.envproof.probe.secrets.TokenProbe.Shown;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;

/** Replays what one environment would issue at the other one, beside a token of that one's own. */
@Card(
        id = "secrets/tokens-stay-in-their-environment",
        says = "its tokens are refused by the other environment",
        severity = Severity.CRITICAL,
        because = "whoever may log in to the weaker environment is logged in to the stronger one",
        remedy = "sign with a secret of each environment's own, and accept no other; check issuer and audience too",
        requires = Need.TOKENS,
        trippedBy = Fault.SECRETS_TOKEN_OF_SIBLING_ACCEPTED,
        verifies = {"EP-04"})
public final class TokensStayInTheirEnvironment implements Rule.OfPair<TokenProbe.Seen> {

    @Override
    public Verdict judge(Environment from, TokenProbe.Seen seenInFrom, Environment to, TokenProbe.Seen seenInTo) {
        Optional<Shown> replayed = Optional.ofNullable(seenInTo.foreign().get(from.name()));
        if (replayed.isEmpty()) {
            return Verdict.inconclusive("no token of " + from.name() + " to show " + to.name()
                    + ": a secret is not visible to this run, or both have the same");
        }
        Shown shown = replayed.get();
        if (seenInTo.forged().stream().anyMatch(Shown::isAccepted)) {
            return Verdict.inconclusive(to.name() + " accepts forged tokens too, so that no secret counts there");
        }
        if (shown.isAccepted()) {
            return Verdict.broken(
                    "HTTP 401 or 403",
                    to.name() + " answered " + shown.token() + " with HTTP " + shown.status(),
                    shown.exchange());
        }
        if (!shown.isRefused()) {
            return Verdict.inconclusive(shown.token() + ": " + shown.doubt().orElse(""), shown.exchange());
        }
        return seenInTo.own().stream().anyMatch(Shown::isAccepted)
                ? Verdict.held(to.name() + " refused " + shown.token() + " with HTTP " + shown.status()
                        + " and accepted its own")
                : Verdict.inconclusive(to.name() + " refused " + shown.token() + ", but accepted none of its own");
    }
}
