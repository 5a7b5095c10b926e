package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.AccessProbe;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** Nobody chooses this environment at the shared edge without its key, in whatever way the header is written. */
@Card(
        id = "routing/shared-edge-asks-for-access",
        says = "the shared edge lets nobody choose it without its access key",
        severity = Severity.CRITICAL,
        because = "anyone on the internet reaches a less guarded environment through production's address",
        remedy = "check the access key where the environment is chosen, after all header lines are read",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.SHARED_EDGE_ACCESS},
        trippedBy = Fault.ROUTING_SWITCH_OPEN_TO_ALL,
        verifies = "JP-19")
public final class SharedEdgeAsksForAccess implements Rule.OfEnvironment<AccessProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AccessProbe.Seen seen) {
        List<Sighting> sightings = Arrival.proving(seen.anonymous(), sighting -> true);
        return Verdict.all(sightings.stream()
                .map(sighting -> judge(environment.name(), sighting, seen))
                .toList());
    }

    private static Verdict judge(String name, Sighting sighting, AccessProbe.Seen seen) {
        if (Arrival.reached(name, seen.unasked(), sighting.place(), any -> true)) {
            return Arrival.waits(sighting, "so does a request that chooses nothing");
        }
        if (sighting.reached().is(name)) {
            return Verdict.broken(
                    "a refusal, or not " + name + "'s stores", Arrival.text(sighting), sighting.exchange());
        }
        // A refusal says something only where the same request with the key is served.
        if (!Arrival.reached(name, seen.admitted(), sighting.place(), Arrival.valueOf(name))) {
            return Arrival.waits(sighting, "the key does not open " + name + " there");
        }
        // Its own stores were recognised with the key, so a stranger's are those of an environment out of this run.
        boolean isTold = sighting.reached() instanceof Reached.One
                || sighting.reached() instanceof Reached.Stranger
                || sighting.reached() instanceof Reached.Refused;
        return isTold
                ? Verdict.held(Arrival.text(sighting), sighting.exchange())
                : Verdict.inconclusive(Arrival.text(sighting), sighting.exchange());
    }
}
