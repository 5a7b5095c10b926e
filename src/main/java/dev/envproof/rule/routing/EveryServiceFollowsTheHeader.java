package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** Each service, asked without the edge, uses the stores of the environment that the header names. */
@Card(
        id = "routing/every-service-follows-the-header",
        says = "every service, asked for itself, uses its stores when the header names it",
        severity = Severity.CRITICAL,
        because = "one service that was left behind mixes the data of two environments",
        remedy = "choose the store's client anew for each request, in every service",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.SERVICE_ADDRESSES},
        trippedBy = {Fault.ROUTING_SERVICE_HARD_WIRED, Fault.ROUTING_CLIENT_CACHED},
        verifies = {"JP-14", "JP-16"})
public final class EveryServiceFollowsTheHeader implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        List<Sighting> sightings = Arrival.proving(seen.atServices(), Arrival.valueOf(environment.name()));
        return Verdict.all(sightings.stream()
                .map(sighting -> Arrival.at(environment.name(), sighting, seen.owners()))
                .toList());
    }
}
