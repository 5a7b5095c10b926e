package dev.envproof.rule.routing;

import dev.envproof.probe.routing.HeaderCase.Kind;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.probe.routing.StoreOwners;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Judges where a request arrived: only a store that is proven to be another one is a broken verdict. */
final class Arrival {
    private Arrival() {}

    /** Sightings of services with a store, which alone can prove an environment. */
    static List<Sighting> proving(List<Sighting> sightings, Predicate<Sighting> wanted) {
        return sightings.stream().filter(Sighting::hasStore).filter(wanted).toList();
    }

    static Predicate<Sighting> valueOf(String environment) {
        return sighting -> sighting.asked().isValueOf(environment);
    }

    static Predicate<Sighting> ofKinds(Kind... kinds) {
        return sighting -> Stream.of(kinds).anyMatch(kind -> sighting.asked().kind() == kind);
    }

    /** Whether a request of that place, sent in that way, reached the environment. */
    static boolean reached(String environment, List<Sighting> sightings, String place, Predicate<Sighting> sent) {
        return sightings.stream()
                .filter(sighting -> sighting.place().equals(place))
                .filter(sent)
                .anyMatch(sighting -> sighting.reached().is(environment));
    }

    static Verdict at(String environment, Sighting sighting, StoreOwners owners) {
        Reached reached = sighting.reached();
        if (reached.is(environment)) {
            return Verdict.held(text(sighting), sighting.exchange());
        }
        boolean isElsewhere =
                reached instanceof Reached.One || (reached instanceof Reached.Stranger && owners.knows(environment));
        return isElsewhere
                ? Verdict.broken(environment + "'s own stores", text(sighting), sighting.exchange())
                : Verdict.inconclusive(text(sighting), sighting.exchange());
    }

    /** A verdict that waits for the one of another rule. */
    static Verdict waits(Sighting sighting, String forWhat) {
        return Verdict.inconclusive(text(sighting) + ", but " + forWhat, sighting.exchange());
    }

    /** The sighting as words: "`staging` on /api/job-matcher/ reached production's stores". */
    static String text(Sighting sighting) {
        return sighting.asked().says() + " on " + sighting.place() + " reached " + sighting.reached();
    }
}
