package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.ForwardedHostProbe;
import dev.envproof.probe.edge.ForwardedHostProbe.Claim;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A false host may be told back inside a text, but never be where something leads to. */
@Card(
        id = "edge/forwarded-host-is-not-believed",
        says = "a false X-Forwarded-Host leads nowhere",
        severity = Severity.HIGH,
        because = "links in mails and redirects lead visitors to a host that an attacker names",
        remedy =
                "overwrite X-Forwarded-Host, Forwarded and X-Host at the edge, and build links from a configured address",
        requires = Need.PUBLIC_ADDRESS,
        trippedBy = Fault.EDGE_FORWARDED_HOST_BELIEVED,
        verifies = {"EP-10", "CE-16"})
public final class ForwardedHostIsNotBelieved implements Rule.OfEnvironment<ForwardedHostProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, ForwardedHostProbe.Seen seen) {
        return Verdict.all(
                seen.claims().stream().map(ForwardedHostIsNotBelieved::judge).toList());
    }

    private static Verdict judge(Claim claim) {
        if (!claim.taken().isEmpty()) {
            return Verdict.broken(
                    "addresses on the host that was asked",
                    claim.address() + " names the false host in " + String.join(" and ", claim.taken()),
                    claim.reply().exchange());
        }
        if (claim.reply() instanceof Answer) {
            return Verdict.held(
                    claim.address() + " does not take it", claim.reply().exchange());
        }
        boolean isClosed = claim.plain() instanceof Reply.NoAnswer none && none.stage() == Reply.Stage.CONNECT;
        return isClosed
                ? Verdict.held(claim.address() + " is closed", claim.plain().exchange())
                : Verdict.inconclusive(
                        claim.address() + " gave no answer", claim.reply().exchange());
    }
}
