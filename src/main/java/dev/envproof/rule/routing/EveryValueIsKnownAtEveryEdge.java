package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** A value of an environment that another edge serves leads to that environment or to an error, never to a third. */
@Card(
        id = "routing/every-value-is-known-at-every-edge",
        says = "at its edge, values of environments with another edge lead to those environments or to an error",
        severity = Severity.HIGH,
        because = "a developer who asks for staging at the local edge works on other data without noticing",
        remedy = "forward the routing header at this edge too, and refuse values that it can't serve",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.EDGE_DEFAULT},
        trippedBy = Fault.ROUTING_LOCAL_EDGE_DROPS_HEADER,
        verifies = {"JP-08", "JP-15"})
public final class EveryValueIsKnownAtEveryEdge implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        List<Verdict> parts = system.environments().stream()
                .filter(other -> !other.edge().equals(environment.edge()))
                .flatMap(other -> Arrival.proving(seen.atEdge(), Arrival.valueOf(other.name())).stream()
                        .map(sighting -> judge(system, environment, other.name(), sighting, seen)))
                .toList();
        return Verdict.all(parts.isEmpty() ? alone(environment.name(), seen) : parts);
    }

    /** Where this run reaches no environment of another edge, only the edge's own value can be looked at. */
    private static List<Verdict> alone(String here, IdentityProbe.Seen seen) {
        return Arrival.proving(seen.atEdge(), Arrival.valueOf(here)).stream()
                .map(sighting -> sighting.reached().is(here)
                        ? Verdict.held("no environment of another edge is reached; " + Arrival.text(sighting))
                        : Arrival.waits(sighting, "that is the edge's own value"))
                .toList();
    }

    private static Verdict judge(
            SystemUnderTest system, Environment here, String other, Sighting sighting, IdentityProbe.Seen seen) {
        Reached reached = sighting.reached();
        if (!Arrival.reached(here.name(), seen.atEdge(), sighting.place(), Arrival.valueOf(here.name()))) {
            return Arrival.waits(sighting, "the edge's own default does not arrive there either");
        }
        if (reached instanceof Reached.Refused || reached instanceof Reached.Failed) {
            return Verdict.held(Arrival.text(sighting), sighting.exchange());
        }
        boolean othersAreServedHere = system.environments().stream()
                .anyMatch(one -> one.edge().equals(here.edge()) && !one.name().equals(here.name()));
        return reached.is(here.name()) && othersAreServedHere
                ? Arrival.waits(sighting, "whether any value is heeded shows with the environments of this edge")
                : Arrival.at(other, sighting, seen.owners());
    }
}
