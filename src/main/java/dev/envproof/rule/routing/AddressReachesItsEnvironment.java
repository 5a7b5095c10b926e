package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.AddressProbe;
import dev.envproof.probe.routing.HostSighting;
import dev.envproof.probe.routing.HostSighting.Asked;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.StoreOwners;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Proven by the stores behind the answer, not by what it claims. */
@Card(
        id = "routing/address-reaches-its-environment",
        says = "its public addresses reach its own stores",
        severity = Severity.CRITICAL,
        because = "users and tests of one environment read and write the data of another",
        remedy =
                "give each router of the edge a name and a rule of its own, and check which container each port is published from",
        requires = {Need.OWN_ADDRESSES, Need.IDENTITY},
        trippedBy = {
            Fault.ROUTING_HOST_LEADS_TO_PRODUCTION,
            Fault.ROUTING_HOSTS_SWAPPED,
            Fault.ROUTING_HOST_SHADOWED,
            Fault.ROUTING_PORT_LEADS_TO_PRODUCTION
        },
        verifies = {"EP-10", "EP-01", "EP-08", "EA-01", "EA-18", "CE-01", "IN-09"})
public final class AddressReachesItsEnvironment implements Rule.OfEnvironment<AddressProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AddressProbe.Seen seen) {
        return Verdict.all(seen.sightings().stream()
                .filter(sighting -> sighting.asked() == Asked.OWN)
                .filter(HostSighting::hasStore)
                .map(sighting -> judge(environment.name(), sighting, seen.owners()))
                .toList());
    }

    private static Verdict judge(String name, HostSighting sighting, StoreOwners owners) {
        if (sighting.reached().is(name)) {
            return Verdict.held(sighting.says(), sighting.exchange());
        }
        boolean isElsewhere = sighting.reached() instanceof Reached.One
                || sighting.reached() instanceof Reached.Several
                || (sighting.reached() instanceof Reached.Stranger && owners.knows(name));
        return isElsewhere
                ? Verdict.broken(name + "'s own stores", sighting.says(), sighting.exchange())
                : Verdict.inconclusive(sighting.says(), sighting.exchange());
    }
}
