package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.probe.routing.StartUpProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A service without the environment's credentials says so and names it; it never answers from another one's data. */
@Card(
        id = "routing/missing-credentials-fail-closed",
        says = "a service without its credentials answers with an error that names it",
        severity = Severity.CRITICAL,
        because = "a forgotten variable quietly connects one environment to the data of another",
        remedy = "look up credentials by environment with no fallback to those of another, and name it in the error",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.SERVICE_ADDRESSES, Need.REPLICA},
        trippedBy = Fault.ROUTING_MISSING_CREDENTIALS_BORROW,
        verifies = "JP-08")
public final class MissingCredentialsFailClosed implements Rule.OfEnvironment<StartUpProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, StartUpProbe.Seen seen) {
        return Verdict.all(seen.without().stream()
                .map(bereft -> judge(environment.name(), bereft))
                .toList());
    }

    private static Verdict judge(String name, StartUpProbe.Bereft bereft) {
        Sighting asked = bereft.asked();
        if (!bereft.running().reached().is(name)) {
            return Arrival.waits(bereft.running(), "only a service that follows the header can miss credentials");
        }
        String saw = "without its credentials " + Arrival.text(asked);
        String expected = "an error that names " + name;
        boolean isBorrowed = asked.reached() instanceof Reached.Stranger
                || (asked.reached() instanceof Reached.One && !asked.reached().is(name));
        if (isBorrowed) {
            return Verdict.broken(expected, saw, asked.exchange());
        }
        boolean isError = asked.reached() instanceof Reached.Refused || asked.reached() instanceof Reached.Failed;
        if (!isError || !bereft.other().isAsDeclared()) {
            return Verdict.inconclusive(saw + "; " + Arrival.text(bereft.other()), asked.exchange());
        }
        return asked.mentions().contains(name)
                ? Verdict.held(saw, asked.exchange())
                : Verdict.broken(expected, saw + ", and the answer does not name it", asked.exchange());
    }
}
