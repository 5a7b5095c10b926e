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

/** The first hop is judged: what comes after it may already have been changed. */
@Card(
        id = "edge/http-leads-to-https",
        says = "plain http leads to https and serves nothing",
        severity = Severity.HIGH,
        because = "whoever is on the way reads and changes what plain http carries",
        remedy = "answer every request on port 80 with a redirect to https on the same host, or close the port",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_HTTP_ANSWERS,
        verifies = {"EP-11", "CE-16"})
public final class HttpLeadsToHttps implements Rule.OfEnvironment<RedirectProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, RedirectProbe.Seen seen) {
        return Verdict.all(
                seen.fromPlain().stream().map(HttpLeadsToHttps::judge).toList());
    }

    private static Verdict judge(Course course) {
        Hop hop = course.first();
        Exchange exchange = hop.reply().exchange();
        if (hop.reply() instanceof Reply.NoAnswer none) {
            return none.stage() == Reply.Stage.CONNECT
                    ? Verdict.held(hop.address() + " is closed", exchange)
                    : Verdict.inconclusive(
                            hop.address() + " gave no answer: " + none.stage() + ": " + none.why(), exchange);
        }
        int status = ((Reply.Answer) hop.reply()).status();
        String saw = hop.address() + " answers " + status;
        if (hop.next().isPresent()) {
            boolean isHttps = "https".equalsIgnoreCase(hop.next().get().getScheme());
            String led = saw + " and leads to " + hop.next().get();
            return isHttps ? Verdict.held(led, exchange) : Verdict.broken("a redirect to https first", led, exchange);
        }
        if (status >= 500) {
            return Verdict.inconclusive(saw, exchange);
        }
        return status >= 400
                ? Verdict.held(saw + " and serves nothing", exchange)
                : Verdict.broken("a redirect to https", saw, exchange);
    }
}
