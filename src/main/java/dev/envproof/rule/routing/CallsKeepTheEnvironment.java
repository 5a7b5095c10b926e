package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.CallProbe;
import dev.envproof.probe.routing.Reached;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** A service that calls another one hands the environment on. */
@Card(
        id = "routing/calls-keep-the-environment",
        says = "a call between services stays in it",
        severity = Severity.CRITICAL,
        because = "a request that begins in one environment ends in the data of another",
        remedy = "copy the routing header from the incoming request to every outgoing call",
        requires = {Need.ROUTING_HEADER, Need.IDENTITY, Need.CALLS},
        trippedBy = Fault.ROUTING_CALL_DROPS_HEADER,
        verifies = {"JP-09", "JP-16"})
public final class CallsKeepTheEnvironment implements Rule.OfEnvironment<CallProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CallProbe.Seen seen) {
        return Verdict.all(seen.calls().stream()
                .map(heard -> judge(environment.name(), heard))
                .toList());
    }

    private static Verdict judge(String name, CallProbe.Heard heard) {
        Reached through = heard.through().reached();
        if (!heard.through().hasStore()) {
            return Verdict.held(heard.through().place() + " has no store: any environment is the same to it");
        }
        if (heard.caller().hasStore() && !heard.caller().reached().is(name)) {
            return Arrival.waits(heard.caller(), "a call can only keep what its caller has");
        }
        if (!heard.callee().reached().is(name)) {
            return Arrival.waits(heard.callee(), "a call can't do better than the called service itself");
        }
        if (through.is(name)) {
            return Verdict.held(Arrival.text(heard.through()), heard.through().exchange());
        }
        return through instanceof Reached.One || through instanceof Reached.Stranger
                ? Verdict.broken(
                        name + "'s stores",
                        Arrival.text(heard.through()),
                        heard.through().exchange())
                : Verdict.inconclusive(
                        Arrival.text(heard.through()), heard.through().exchange());
    }
}
