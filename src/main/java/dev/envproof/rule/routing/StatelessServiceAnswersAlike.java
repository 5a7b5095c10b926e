package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.HeaderCase.Kind;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** A service without a store has nothing to choose: but for the environment's name its answer never changes. */
@Card(
        id = "routing/stateless-service-answers-alike",
        says = "a service without a store answers alike under every header value",
        severity = Severity.MEDIUM,
        because = "a service that needs no environment has come to depend on one",
        remedy = "take the environment out of the service's logic, or declare the store that it uses",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.EDGE_DEFAULT, Need.STATELESS_SERVICE},
        trippedBy = Fault.ROUTING_STATELESS_SERVICE_VARIES,
        verifies = "JP-13")
public final class StatelessServiceAnswersAlike implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        return Verdict.all(system.services().stream()
                .filter(service -> service.stores().isEmpty())
                .map(service -> judge(seen.atEdge().stream()
                        .filter(sighting -> sighting.service().equals(service.name()))
                        .filter(Arrival.ofKinds(Kind.VALUE, Kind.ABSENT))
                        .toList()))
                .toList());
    }

    private static Verdict judge(List<Sighting> sightings) {
        List<Sighting> silent = sightings.stream()
                .filter(sighting -> !(sighting.reached() instanceof Reached.Nowhere))
                .toList();
        if (sightings.isEmpty() || !silent.isEmpty()) {
            return Verdict.all(silent.stream()
                    .map(sighting -> Verdict.inconclusive(Arrival.text(sighting), sighting.exchange()))
                    .toList());
        }
        Sighting first = sightings.get(0);
        return Verdict.all(sightings.stream()
                .map(sighting -> sighting.content().equals(first.content())
                        ? Verdict.held(sighting.asked().says() + " answers alike", sighting.exchange())
                        : Verdict.broken(
                                first.content(),
                                sighting.asked().says() + " answers " + sighting.content(),
                                sighting.exchange()))
                .toList());
    }
}
