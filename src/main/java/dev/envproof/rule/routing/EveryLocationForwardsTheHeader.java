package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.nginx.HeaderFate;
import dev.envproof.probe.nginx.NginxConfProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/** In the edge's nginx.conf, the location of every route hands the client's routing header on. */
@Card(
        id = "routing/every-location-forwards-the-header",
        says = "its edge's nginx.conf forwards the routing header in the location of every route",
        severity = Severity.HIGH,
        because = "one location that drops the header sends every request on that path to the default environment",
        remedy = "leave the header alone in that location, or set it from its own $http_ variable",
        requires = {Need.ROUTING_HEADER, Need.EDGE_DEFAULT, Need.NGINX_CONF},
        trippedBy = Fault.ROUTING_NGINX_DROPS_HEADER,
        verifies = "JP-10")
public final class EveryLocationForwardsTheHeader implements Rule.OfEnvironment<NginxConfProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, NginxConfProbe.Seen seen) {
        if (seen.failure().isPresent()) {
            return Verdict.inconclusive(seen.failure().get());
        }
        List<Verdict> parts = new ArrayList<>();
        seen.forwards().forEach(forward -> parts.add(judge(forward)));
        seen.unserved().forEach(route -> parts.add(unserved(route, seen.notRead())));
        return Verdict.all(parts);
    }

    private static Verdict judge(NginxConfProbe.Forward forward) {
        String saw = "on " + forward.route() + " it " + forward.fate().says() + " by " + forward.where();
        if (!forward.fate().isTold()) {
            return Verdict.inconclusive(saw);
        }
        return forward.fate() == HeaderFate.FORWARDED
                ? Verdict.held(saw)
                : Verdict.broken("the header as the client sent it", saw);
    }

    /** A route may be served by a file that this run does not see. */
    private static Verdict unserved(String route, List<String> notRead) {
        return notRead.isEmpty()
                ? Verdict.broken("a location with proxy_pass for every route", "none serves " + route)
                : Verdict.inconclusive("no location serves " + route + ", and " + notRead + " was not read");
    }
}
