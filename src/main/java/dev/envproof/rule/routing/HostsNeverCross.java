package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.AddressProbe;
import dev.envproof.probe.routing.HostSighting;
import dev.envproof.probe.routing.HostSighting.Asked;
import dev.envproof.probe.routing.Reached;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A sibling behind the same edge may answer for itself; nobody may answer for another. */
@Card(
        id = "routing/hosts-never-cross",
        says = "a sibling's host, and each spelling of its own, leads where it says",
        severity = Severity.CRITICAL,
        because = "a request for one environment is answered with the data of another",
        remedy = "choose the router by the Host of each request, compared without regard to case, last dot and port",
        requires = {Need.HTTPS_ADDRESS, Need.OWN_ADDRESSES, Need.IDENTITY},
        trippedBy = Fault.ROUTING_SIBLING_HOST_ANSWERED,
        verifies = {"EP-10", "EP-08"})
public final class HostsNeverCross implements Rule.OfEnvironment<AddressProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AddressProbe.Seen seen) {
        return Verdict.all(seen.sightings().stream()
                .filter(sighting -> sighting.asked() == Asked.SIBLING || sighting.asked() == Asked.SPELT_OTHERWISE)
                .filter(HostSighting::hasStore)
                .map(sighting -> judge(environment.name(), sighting, seen))
                .toList());
    }

    private static Verdict judge(String name, HostSighting sighting, AddressProbe.Seen seen) {
        String meant = sighting.asked() == Asked.SIBLING ? sighting.environment() : name;
        boolean isElsewhere = sighting.reached() instanceof Reached.Several
                || (sighting.reached() instanceof Reached.One
                        && !sighting.reached().is(meant));
        if (!HostControl.reached(name, sighting, seen)) {
            return Verdict.inconclusive(
                    sighting.url() + " does not reach its environment under its own name", sighting.exchange());
        }
        return isElsewhere
                ? Verdict.broken(meant + "'s stores, or a refusal", sighting.says(), sighting.exchange())
                : Verdict.held(sighting.says(), sighting.exchange());
    }
}
