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
import java.util.List;

/** A program that makes its own secret at every start refuses what another instance signed. */
@Card(
        id = "secrets/own-tokens-are-accepted",
        says = "every instance accepts tokens of the declared secret",
        severity = Severity.HIGH,
        because = "where the secret does not reach a program it makes one up: users of another instance are logged out",
        remedy = "give every instance the declared secret, and let a program stop where it has none",
        requires = Need.TOKENS,
        trippedBy = Fault.SECRETS_TOKEN_KEY_RANDOM,
        verifies = {"EP-04", "CE-10"})
public final class OwnTokensAreAccepted implements Rule.OfEnvironment<TokenProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, TokenProbe.Seen seen) {
        List<Shown> own = seen.own();
        if (own.isEmpty()) {
            return Verdict.inconclusive("the secret that signs tokens is not visible to this run");
        }
        List<Shown> refused = own.stream().filter(Shown::isRefused).toList();
        if (!refused.isEmpty()) {
            return Verdict.broken(
                    "every token of the declared secret is accepted",
                    refused.size() + " of " + own.size() + " were refused with HTTP "
                            + refused.get(0).status(),
                    refused.get(0).exchange());
        }
        return own.stream()
                .filter(shown -> !shown.isAccepted())
                .findFirst()
                .map(open ->
                        Verdict.inconclusive(open.token() + ": " + open.doubt().orElse(""), open.exchange()))
                .orElseGet(() -> Verdict.held(own.size() + " tokens were accepted"));
    }
}
