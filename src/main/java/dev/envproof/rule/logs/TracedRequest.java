package dev.envproof.rule.logs;

import dev.envproof.probe.logs.LogProbe.Traced;
import dev.envproof.rule.Verdict;

/** Judges what became of a request in the logs; that its own line is there is the control. */
final class TracedRequest {
    private TracedRequest() {}

    static Verdict judge(Traced traced, String expected) {
        if (traced.shows().isPresent()) {
            return Verdict.broken(expected, traced.shows().get(), traced.exchange());
        }
        if (traced.isRefused()) {
            return Verdict.held("the edge refused it", traced.exchange());
        }
        return traced.isLogged()
                ? Verdict.held(traced.service() + " logged it without", traced.exchange())
                : Verdict.inconclusive(
                        "no log line of " + traced.service() + " has the request's id", traced.exchange());
    }
}
