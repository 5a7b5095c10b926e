package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.BleedProbe;
import dev.envproof.probe.routing.HeaderCase.Kind;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** Requests for different environments that come at once never see one another's stores. */
@Card(
        id = "routing/concurrent-requests-stay-apart",
        says = "requests for several environments at once each reach their own at its edge",
        severity = Severity.CRITICAL,
        because = "under load one user's request is answered from another environment's data",
        remedy = "keep the chosen environment with the request, never in a field that requests share",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.EDGE_DEFAULT},
        trippedBy = Fault.ROUTING_ENVIRONMENT_BLEEDS,
        verifies = "JP-09")
public final class ConcurrentRequestsStayApart implements Rule.OfEnvironment<BleedProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, BleedProbe.Seen seen) {
        return Verdict.all(seen.tallies().stream()
                .map(tally ->
                        judge(tally, isDefaultRight(tally.place(), seen), " (order from seed " + seen.seed() + ")"))
                .toList());
    }

    private static boolean isDefaultRight(String place, BleedProbe.Seen seen) {
        return seen.tallies().stream()
                .filter(tally -> tally.place().equals(place))
                .filter(tally -> tally.asked().kind() == Kind.ABSENT)
                .anyMatch(tally -> tally.right() == tally.requests());
    }

    /** A tally that is wrong throughout is a steady fault of routing, which other rules name. */
    private static Verdict judge(BleedProbe.Tally tally, boolean isDefaultRight, String order) {
        String sent = tally.requests() + " requests with " + tally.asked().says() + " on " + tally.place();
        boolean isMixed = tally.elsewhere() > 0 && tally.elsewhere() < tally.requests();
        if (isMixed) {
            return new Verdict.Broken(
                    "all to reach the same stores",
                    "of " + sent + ", " + tally.elsewhere() + " were led elsewhere: " + tally.reached() + order,
                    List.copyOf(tally.example().stream().toList()));
        }
        // A value that an edge at work never serves, as one of another edge may be, can't be mixed up either.
        boolean isNeverServed = isDefaultRight && tally.reached().size() == 1 && tally.elsewhere() == 0;
        return tally.right() == tally.requests() || isNeverServed
                ? Verdict.held(
                        sent + " reached " + String.join(", ", tally.reached().keySet()) + order)
                : Verdict.inconclusive(sent + " reached " + tally.reached() + order);
    }
}
