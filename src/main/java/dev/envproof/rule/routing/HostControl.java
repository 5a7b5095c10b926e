package dev.envproof.rule.routing;

import dev.envproof.probe.routing.AddressProbe;
import dev.envproof.probe.routing.HostSighting;
import dev.envproof.probe.routing.HostSighting.Asked;
import dev.envproof.probe.routing.Reached;
import java.util.stream.Stream;

/** What the same address answers under its own name: without that, no refusal means anything. */
final class HostControl {
    private HostControl() {}

    static boolean answered(HostSighting sighting, AddressProbe.Seen seen) {
        return own(sighting, seen).anyMatch(it -> it.isOwnAnswer() || it.reached() instanceof Reached.One);
    }

    static boolean reached(String environment, HostSighting sighting, AddressProbe.Seen seen) {
        return own(sighting, seen).anyMatch(it -> it.reached().is(environment));
    }

    private static Stream<HostSighting> own(HostSighting sighting, AddressProbe.Seen seen) {
        return seen.sightings().stream()
                .filter(it -> it.asked() == Asked.OWN)
                .filter(it -> it.url().equals(sighting.url()));
    }
}
