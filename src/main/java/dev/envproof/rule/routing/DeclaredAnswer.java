package dev.envproof.rule.routing;

import dev.envproof.environment.RoutingHeader.UnknownValue;
import dev.envproof.probe.routing.HeaderCase.Kind;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.rule.Verdict;
import java.util.Set;

/** Judges the answer to a value that names no environment; only where a request without the header is well led. */
final class DeclaredAnswer {
    /** Malformed for HTTP itself, or ambiguous: any server on the way may refuse these, whatever is declared. */
    private static final Set<Kind> REFUSABLE = Set.of(Kind.LONG, Kind.CONTROL, Kind.CONFLICTING, Kind.LIST);

    private DeclaredAnswer() {}

    static Verdict to(Sighting sighting, String fallback, UnknownValue policy, IdentityProbe.Seen seen) {
        if (!Arrival.reached(fallback, seen.atEdge(), sighting.place(), Arrival.ofKinds(Kind.ABSENT))) {
            return Arrival.waits(sighting, "a request without the header does not reach " + fallback + " either");
        }
        boolean isHeeded = policy == UnknownValue.FALLBACK || isAnyValueHeeded(sighting.place(), fallback, seen);
        if (!isHeeded) {
            return Arrival.waits(sighting, "the header has no effect there at all");
        }
        Verdict verdict = judge(sighting, fallback, policy);
        boolean mayBeTheValuesFault = sighting.asked().kind() == Kind.PADDED
                && sighting.asked().names().stream()
                        .noneMatch(
                                name -> Arrival.reached(name, seen.atEdge(), sighting.place(), Arrival.valueOf(name)));
        return verdict instanceof Verdict.Broken && mayBeTheValuesFault
                ? Arrival.waits(sighting, "the plain value does not arrive either")
                : verdict;
    }

    private static boolean isAnyValueHeeded(String place, String fallback, IdentityProbe.Seen seen) {
        return seen.atEdge().stream()
                .filter(other -> other.place().equals(place))
                .filter(Arrival.ofKinds(Kind.VALUE))
                .anyMatch(other -> other.reached() instanceof Reached.One
                        && !other.reached().is(fallback));
    }

    private static Verdict judge(Sighting sighting, String fallback, UnknownValue policy) {
        Reached reached = sighting.reached();
        boolean mayBeServed = policy == UnknownValue.FALLBACK
                || sighting.asked().kind() == Kind.EMPTY
                || sighting.asked().kind() == Kind.PADDED;
        boolean mayBeRefused = policy == UnknownValue.REFUSED
                || REFUSABLE.contains(sighting.asked().kind());
        boolean isServed = sighting.asked().mayReach().stream().anyMatch(reached::is);
        if ((mayBeServed && isServed) || (mayBeRefused && reached instanceof Reached.Refused)) {
            return Verdict.held(Arrival.text(sighting), sighting.exchange());
        }
        boolean isUnclear = reached instanceof Reached.Several || reached instanceof Reached.Unproven;
        return isUnclear
                ? Verdict.inconclusive(Arrival.text(sighting), sighting.exchange())
                : Verdict.broken(
                        expected(fallback, mayBeServed, mayBeRefused), Arrival.text(sighting), sighting.exchange());
    }

    private static String expected(String fallback, boolean mayBeServed, boolean mayBeRefused) {
        String served = mayBeServed ? fallback + "'s stores, the declared fallback" : "";
        String refused = mayBeRefused ? "a refusal (a status from 400 to 499)" : "";
        return served + (mayBeServed && mayBeRefused ? ", or " : "") + refused;
    }
}
