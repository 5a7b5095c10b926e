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

/** Where the default's variable is unset or names nothing, the environment that is declared for it serves. */
@Card(
        id = "routing/bad-default-leads-to-the-declared-default",
        says = "at its edge, an unset or unknown default leads to the environment that is declared for this",
        severity = Severity.HIGH,
        because = "a typing error in one variable moves every caller without a header to another environment",
        remedy = "check the default's variable at start-up and fall back to what `when-invalid` declares",
        requires = {
            Need.ROUTING_HEADER,
            Need.IDENTITY,
            Need.EDGE_DEFAULT,
            Need.DEFAULT_VARIABLE,
            Need.SERVICE_ADDRESSES,
            Need.REPLICA
        },
        trippedBy = Fault.ROUTING_BAD_DEFAULT_ACCEPTED,
        verifies = "JP-07")
public final class BadDefaultLeadsToTheDeclaredDefault implements Rule.OfEnvironment<StartUpProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, StartUpProbe.Seen seen) {
        return Verdict.all(seen.badDefaults().stream()
                .map(BadDefaultLeadsToTheDeclaredDefault::judge)
                .toList());
    }

    private static Verdict judge(StartUpProbe.BadDefault trial) {
        Sighting headerless = trial.headerless();
        if (!trial.named().isAsDeclared()) {
            return Arrival.waits(trial.named(), "a service that ignores the header shows nothing about its default");
        }
        if (headerless.isAsDeclared()) {
            return Verdict.held(Arrival.text(headerless), headerless.exchange());
        }
        boolean isUnclear =
                headerless.reached() instanceof Reached.Unproven || headerless.reached() instanceof Reached.Several;
        return isUnclear
                ? Verdict.inconclusive(Arrival.text(headerless), headerless.exchange())
                : Verdict.broken(
                        String.join(" or ", headerless.asked().mayReach()) + "'s stores",
                        Arrival.text(headerless),
                        headerless.exchange());
    }
}
