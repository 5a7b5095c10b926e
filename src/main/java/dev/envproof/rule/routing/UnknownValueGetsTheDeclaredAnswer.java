package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.RoutingHeader.UnknownValue;
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

/** A value that names no environment gets what the system declares: the edge's default, or a refusal. */
@Card(
        id = "routing/unknown-value-gets-the-declared-answer",
        says = "values that name no environment get the declared answer",
        severity = Severity.HIGH,
        because = "a typing error in a header writes into an environment that nobody meant",
        remedy = "answer every unknown value in one place, as `routing-header.unknown-value` declares",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.EDGE_DEFAULT},
        trippedBy = Fault.ROUTING_UNKNOWN_VALUE_ELSEWHERE,
        verifies = {"JP-05", "JP-06"})
public final class UnknownValueGetsTheDeclaredAnswer implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        UnknownValue policy =
                system.routingHeader().map(RoutingHeader::unknownValue).orElse(UnknownValue.FALLBACK);
        List<Sighting> sightings = Arrival.proving(
                seen.atEdge(), Arrival.ofKinds(Kind.EMPTY, Kind.UNKNOWN, Kind.PADDED, Kind.LONG, Kind.CONTROL));
        return Verdict.all(sightings.stream()
                .map(sighting -> DeclaredAnswer.to(sighting, environment.name(), policy, seen))
                .toList());
    }
}
