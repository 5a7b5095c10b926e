package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.HeaderCase.Kind;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** Callers that know nothing of the header are served by the edge's declared default, as before there was one. */
@Card(
        id = "routing/headerless-request-reaches-the-default",
        says = "a request without the header reaches it, the edge's default",
        severity = Severity.CRITICAL,
        because = "callers that send no header work on the data of the wrong environment",
        remedy = "set DEFAULT_ENVIRONMENT, or its like, to the default that the edge declares",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.EDGE_DEFAULT},
        trippedBy = Fault.ROUTING_DEFAULT_IS_DEVELOPMENT,
        verifies = {"JP-02", "JP-04", "JP-15", "JP-20"})
public final class HeaderlessRequestReachesTheDefault implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        List<Sighting> sightings = Arrival.proving(seen.atEdge(), Arrival.ofKinds(Kind.ABSENT));
        return Verdict.all(sightings.stream()
                .map(sighting -> judge(environment.name(), sighting, seen))
                .toList());
    }

    private static Verdict judge(String name, Sighting sighting, IdentityProbe.Seen seen) {
        return Arrival.reached(name, seen.atEdge(), sighting.place(), Arrival.valueOf(name))
                ? Arrival.at(name, sighting, seen.owners())
                : Arrival.waits(sighting, "a request with the header does not arrive either");
    }
}
