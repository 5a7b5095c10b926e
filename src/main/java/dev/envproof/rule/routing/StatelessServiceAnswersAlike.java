package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.Content;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        Map<String, List<Sighting>> byPlace = seen.atEdge().stream()
                .filter(sighting -> !sighting.hasStore())
                .filter(Arrival.ofKinds(Kind.VALUE, Kind.ABSENT))
                .filter(sighting -> isServed(sighting) || isServedHere(system, environment, sighting))
                .collect(Collectors.groupingBy(Sighting::place, TreeMap::new, Collectors.toList()));
        return Verdict.all(byPlace.values().stream()
                .map(StatelessServiceAnswersAlike::judge)
                .toList());
    }

    private static boolean isServed(Sighting sighting) {
        return sighting.reached() instanceof Reached.Nowhere;
    }

    /** An edge may refuse the values of environments that another edge serves. */
    private static boolean isServedHere(SystemUnderTest system, Environment here, Sighting sighting) {
        return sighting.asked().mayReach().stream()
                .flatMap(name -> system.environment(name).stream())
                .anyMatch(meant -> meant.edge().equals(here.edge()));
    }

    private static Verdict judge(List<Sighting> sightings) {
        SteadyContent content = SteadyContent.of(sightings);
        List<Sighting> silent = sightings.stream()
                .filter(sighting -> sighting.reached() instanceof Reached.Unproven)
                .toList();
        boolean isTold = silent.isEmpty()
                && content.isSteady(Content.STATUS)
                && sightings.stream().anyMatch(StatelessServiceAnswersAlike::isServed);
        if (!isTold) {
            List<Sighting> unserved =
                    sightings.stream().filter(it -> !isServed(it)).toList();
            return Verdict.all(unserved.stream()
                    .map(sighting -> Verdict.inconclusive(Arrival.text(sighting), sighting.exchange()))
                    .toList());
        }
        Sighting first = sightings.get(0);
        return Verdict.all(sightings.stream()
                .map(sighting -> content.difference(first, sighting)
                        .map(saw -> Verdict.broken("the same under every value", saw, sighting.exchange()))
                        .orElseGet(() -> Verdict.held(sighting.asked().says() + " answers alike", sighting.exchange())))
                .toList());
    }
}
