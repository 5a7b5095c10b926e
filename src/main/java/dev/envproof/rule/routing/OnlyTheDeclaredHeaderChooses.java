package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.SelectorProbe;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** No other header, query parameter or cookie moves a request to another environment. */
@Card(
        id = "routing/only-the-declared-header-chooses",
        says = "nothing but the declared header moves a request away from it",
        severity = Severity.HIGH,
        because = "a link or a cookie made by somebody else moves a user's request to another environment",
        remedy = "remove the second way to choose the environment",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.EDGE_DEFAULT},
        trippedBy = Fault.ROUTING_SECOND_SELECTOR,
        verifies = "JP-09")
public final class OnlyTheDeclaredHeaderChooses implements Rule.OfEnvironment<SelectorProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SelectorProbe.Seen seen) {
        List<Sighting> sightings = Arrival.proving(seen.selected(), sighting -> true);
        return Verdict.all(sightings.stream()
                .map(sighting -> judge(environment.name(), sighting, seen))
                .toList());
    }

    private static Verdict judge(String name, Sighting sighting, SelectorProbe.Seen seen) {
        if (!Arrival.reached(name, seen.undisturbed(), sighting.place(), any -> true)) {
            return Arrival.waits(sighting, "a request without any selector does not reach " + name + " either");
        }
        if (sighting.reached() instanceof Reached.One && !sighting.reached().is(name)) {
            return Verdict.broken(name + "'s stores", Arrival.text(sighting), sighting.exchange());
        }
        boolean isTold = sighting.reached().is(name) || sighting.reached() instanceof Reached.Refused;
        return isTold
                ? Verdict.held(Arrival.text(sighting), sighting.exchange())
                : Verdict.inconclusive(Arrival.text(sighting), sighting.exchange());
    }
}
