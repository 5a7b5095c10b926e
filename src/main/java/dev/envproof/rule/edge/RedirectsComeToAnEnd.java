package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
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
import java.util.stream.Stream;

/** From http and from https, each within the declared number of hops. */
@Card(
        id = "edge/redirects-come-to-an-end",
        says = "redirects come to an end",
        severity = Severity.HIGH,
        because = "browsers give up, and nobody gets in",
        remedy = "hand X-Forwarded-Proto on from the edge to the service, which else redirects what is already https",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_REDIRECT_LOOP,
        verifies = {"EP-11", "CE-16", "EP-01"})
public final class RedirectsComeToAnEnd implements Rule.OfEnvironment<RedirectProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, RedirectProbe.Seen seen) {
        int most = environment.edgeSecurity().redirectHops();
        return Verdict.all(Stream.concat(seen.fromPlain().stream(), seen.fromHttps().stream())
                .map(course -> judge(course, most))
                .toList());
    }

    private static Verdict judge(Course course, int most) {
        Hop last = course.last();
        String start = course.first().address().toString();
        if (course.redirects() > most) {
            return Verdict.broken(
                    "at most " + most + " redirects (`edge-security.redirect-hops`)",
                    start + " still redirects after " + most + ", at last to "
                            + last.next()
                                    .map(String::valueOf)
                                    .orElse(last.address().toString()),
                    course.first().reply().exchange(),
                    last.reply().exchange());
        }
        return last.reply() instanceof Reply.NoAnswer none && none.stage() != Reply.Stage.CONNECT
                ? Verdict.inconclusive(
                        last.address() + " gave no answer: " + none.stage() + ": " + none.why(), none.exchange())
                : Verdict.held(
                        start + " comes to an end after " + course.redirects() + " redirects",
                        last.reply().exchange());
    }
}
