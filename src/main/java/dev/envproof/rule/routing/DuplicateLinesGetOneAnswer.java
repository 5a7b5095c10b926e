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
import java.util.stream.Stream;

/** Two header lines are one answer: the value they agree on, else what is declared for a value that names nothing. */
@Card(
        id = "routing/duplicate-lines-get-one-answer",
        says = "two header lines lead to the value they share, or to the declared answer for unknown ones",
        severity = Severity.HIGH,
        because = "a proxy that adds its own line, or joins two by a comma, sends requests to the wrong environment",
        remedy = "read all lines of the header; take them only where they agree",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.EDGE_DEFAULT},
        trippedBy = Fault.ROUTING_DUPLICATE_LINES_JOINED,
        verifies = {"JP-06", "JP-09"})
public final class DuplicateLinesGetOneAnswer implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        UnknownValue policy =
                system.routingHeader().map(RoutingHeader::unknownValue).orElse(UnknownValue.FALLBACK);
        Stream<Verdict> agreeing = Arrival.proving(seen.atEdge(), Arrival.ofKinds(Kind.SAME_TWICE)).stream()
                .map(sighting -> agreeing(sighting, seen));
        Stream<Verdict> conflicting =
                Arrival.proving(seen.atEdge(), Arrival.ofKinds(Kind.CONFLICTING, Kind.LIST)).stream()
                        .map(sighting -> conflicting(sighting, environment.name(), policy, seen));
        return Verdict.all(Stream.concat(agreeing, conflicting).toList());
    }

    private static Verdict agreeing(Sighting sighting, IdentityProbe.Seen seen) {
        String meant = sighting.asked().names().iterator().next();
        return Arrival.reached(meant, seen.atEdge(), sighting.place(), Arrival.valueOf(meant))
                ? Arrival.at(meant, sighting, seen.owners())
                : Arrival.waits(sighting, "a single line does not arrive either");
    }

    private static Verdict conflicting(
            Sighting sighting, String fallback, UnknownValue policy, IdentityProbe.Seen seen) {
        boolean isUnknownWellAnswered = seen.atEdge().stream()
                .filter(other -> other.place().equals(sighting.place()))
                .filter(Arrival.ofKinds(Kind.UNKNOWN))
                .allMatch(other -> DeclaredAnswer.to(other, fallback, policy, seen) instanceof Verdict.Held);
        return isUnknownWellAnswered
                ? DeclaredAnswer.to(sighting, fallback, policy, seen)
                : Arrival.waits(sighting, "an unknown value gets no declared answer either");
    }
}
