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

/** The value means the same in any letter case; judged where the plain value arrives. */
@Card(
        id = "routing/letter-case-does-not-matter",
        says = "its header value is recognised in any letter case",
        severity = Severity.HIGH,
        because = "a caller that writes `Staging` silently works on the default environment",
        remedy = "compare the header value without regard to letter case, independent of the machine's language",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY},
        trippedBy = Fault.ROUTING_LETTER_CASE_MATTERS,
        verifies = "JP-05")
public final class LetterCaseDoesNotMatter implements Rule.OfEnvironment<IdentityProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, IdentityProbe.Seen seen) {
        List<Sighting> sightings = Arrival.proving(seen.atEdge(), Arrival.ofKinds(Kind.LETTER_CASE));
        return Verdict.all(sightings.stream()
                .map(sighting -> judge(environment.name(), sighting, seen))
                .toList());
    }

    private static Verdict judge(String name, Sighting sighting, IdentityProbe.Seen seen) {
        return Arrival.reached(name, seen.atEdge(), sighting.place(), Arrival.valueOf(name))
                ? Arrival.at(name, sighting, seen.owners())
                : Arrival.waits(sighting, "the plain value does not arrive either");
    }
}
