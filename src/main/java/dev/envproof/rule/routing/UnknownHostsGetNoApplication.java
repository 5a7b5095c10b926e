package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.AddressProbe;
import dev.envproof.probe.routing.HostSighting;
import dev.envproof.probe.routing.HostSighting.Asked;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A refusal counts beside an answer under the declared name. */
@Card(
        id = "routing/unknown-hosts-get-no-application",
        says = "a host that nobody declares gets no application",
        severity = Severity.HIGH,
        because = "any name that is pointed at the edge, an attacker's or a released one, serves the application",
        remedy =
                "let the edge answer unknown hosts itself with 404 or 421, and name a host in the rule of every router",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.ROUTING_UNKNOWN_HOST_SERVED,
        verifies = {"EP-10", "CE-01"})
public final class UnknownHostsGetNoApplication implements Rule.OfEnvironment<AddressProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AddressProbe.Seen seen) {
        return Verdict.all(seen.sightings().stream()
                .filter(sighting -> sighting.asked() == Asked.UNKNOWN)
                .map(sighting -> judge(sighting, seen))
                .toList());
    }

    private static Verdict judge(HostSighting sighting, AddressProbe.Seen seen) {
        if (sighting.isAnApplicationsAnswer()) {
            return Verdict.broken("a refusal by the edge", sighting.says(), sighting.exchange());
        }
        return HostControl.answered(sighting, seen)
                ? Verdict.held(sighting.says(), sighting.exchange())
                : Verdict.inconclusive(
                        sighting.url() + " does not answer under its own name either", sighting.exchange());
    }
}
