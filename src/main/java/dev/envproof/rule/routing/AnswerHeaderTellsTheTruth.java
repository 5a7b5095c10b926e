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

/** The response header that names the environment used agrees with the stores that were used. */
@Card(
        id = "routing/answer-header-tells-the-truth",
        says = "the response header that names the environment used names it",
        severity = Severity.MEDIUM,
        because = "monitoring and people that trust the header look at the wrong environment",
        remedy = "set the response header from the choice that the request was served with, once",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.ANSWER_HEADER},
        trippedBy = Fault.ROUTING_ANSWER_HEADER_CONSTANT,
        verifies = "JP-23")
public final class AnswerHeaderTellsTheTruth implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        List<Sighting> sightings = Arrival.proving(seen.atEdge(), Arrival.valueOf(environment.name()));
        return Verdict.all(
                sightings.stream().map(sighting -> judge(environment, sighting)).toList());
    }

    private static Verdict judge(Environment environment, Sighting sighting) {
        String claimed = sighting.answeredBy().isEmpty() ? "nothing" : String.join(", ", sighting.answeredBy());
        String saw = sighting.place() + " names " + claimed + " and used " + sighting.reached();
        if (!sighting.reached().is(environment.name())) {
            return Arrival.waits(sighting, "only an answer from its own stores can be held against the header");
        }
        boolean isTrue = sighting.answeredBy().size() == 1
                && environment.goesBy(sighting.answeredBy().get(0));
        return isTrue
                ? Verdict.held(saw, sighting.exchange())
                : Verdict.broken(environment.name() + ", once", saw, sighting.exchange());
    }
}
