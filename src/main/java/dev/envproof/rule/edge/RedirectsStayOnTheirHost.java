package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply;
import dev.envproof.probe.edge.Course;
import dev.envproof.probe.edge.Hop;
import dev.envproof.probe.edge.RedirectProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.net.URI;

/** A first redirect to another host leaves before anything was encrypted. */
@Card(
        id = "edge/redirects-stay-on-their-host",
        says = "the first redirect stays on the host that was asked",
        severity = Severity.HIGH,
        because = "visitors of one environment end in another, or on a host that nobody here controls",
        remedy = "redirect to https on the host that was asked; choose another name only after that",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_REDIRECT_TO_PRODUCTION,
        verifies = {"EP-11", "EP-10", "CE-16"})
public final class RedirectsStayOnTheirHost implements Rule.OfEnvironment<RedirectProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, RedirectProbe.Seen seen) {
        return Verdict.all(
                seen.fromPlain().stream().map(RedirectsStayOnTheirHost::judge).toList());
    }

    private static Verdict judge(Course course) {
        Hop hop = course.first();
        Exchange exchange = hop.reply().exchange();
        if (hop.reply() instanceof Reply.NoAnswer none && none.stage() != Reply.Stage.CONNECT) {
            return Verdict.inconclusive(
                    hop.address() + " gave no answer: " + none.stage() + ": " + none.why(), exchange);
        }
        if (hop.next().isEmpty()) {
            return Verdict.held(hop.address() + " leads nowhere else", exchange);
        }
        URI next = hop.next().get();
        String saw = hop.address() + " leads to " + next;
        return Hop.host(next).equals(course.door().host())
                ? Verdict.held(saw, exchange)
                : Verdict.broken("a redirect that stays on " + course.door().host(), saw, exchange);
    }
}
