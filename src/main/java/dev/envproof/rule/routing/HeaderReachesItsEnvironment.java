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

/** The edge hands the routing header on, on every route: the stores behind the answer are the environment's own. */
@Card(
        id = "routing/header-reaches-its-environment",
        says = "its header value reaches its own stores on every route",
        severity = Severity.CRITICAL,
        because = "tests against one environment read and write the data of another",
        remedy = "forward the routing header unchanged in every location of the edge",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY},
        trippedBy = {
            Fault.ROUTING_HEADER_DROPPED,
            Fault.ROUTING_HEADER_DROPPED_AT_ONE_LOCATION,
            Fault.ROUTING_HEADER_PINNED
        },
        verifies = {"JP-01", "JP-10", "JP-15", "JP-16"})
public final class HeaderReachesItsEnvironment implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        List<Sighting> sightings = Arrival.proving(seen.atEdge(), Arrival.valueOf(environment.name()));
        return Verdict.all(sightings.stream()
                .map(sighting -> judge(environment.name(), sighting, seen))
                .toList());
    }

    private static Verdict judge(String name, Sighting sighting, IdentityProbe.Seen seen) {
        Verdict verdict = Arrival.at(name, sighting, seen.owners());
        boolean isTheServicesDoing = seen.atServices().stream()
                .filter(direct -> direct.service().equals(sighting.service()))
                .filter(Arrival.valueOf(name))
                .anyMatch(direct -> Arrival.at(name, direct, seen.owners()) instanceof Verdict.Broken);
        return verdict instanceof Verdict.Broken && isTheServicesDoing
                ? Arrival.waits(sighting, "so does the service without the edge")
                : verdict;
    }
}
