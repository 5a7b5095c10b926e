package dev.envproof.rule.health;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.health.HealthOutageProbe;
import dev.envproof.probe.health.Outage;
import dev.envproof.probe.health.Poll;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Health is looked up, not made up: red while a store is stopped, green once it is back. */
@Card(
        id = "health/health-follows-its-stores",
        says = "health turns red without a store, names it, and turns green with it",
        severity = Severity.HIGH,
        because = "health that never looks at its stores keeps a broken service in traffic",
        remedy = "let health use each store of the service for real, with a short deadline",
        requires = {Need.HEALTH, Need.REPLICA},
        trippedBy = Fault.HEALTH_CONSTANT_ANSWER,
        verifies = {"CE-02", "IN-13", "EA-18"})
public final class HealthFollowsItsStores implements Rule.OfEnvironment<HealthOutageProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, HealthOutageProbe.Seen seen) {
        Health health = Values.declaredBy(system);
        return Verdict.all(
                seen.outages().stream().map(outage -> of(outage, health)).toList());
    }

    private static Verdict of(Outage outage, Health health) {
        String when = outage.service() + " without its " + outage.store() + ": "
                + outage.during().says();
        if (!isGreen(outage.before(), health)) {
            return open(outage.service() + " was not healthy before: ", outage.before());
        }
        if (!(outage.during() instanceof Poll.Answered during)) {
            return open(outage.service() + " without its " + outage.store() + ": ", outage.during());
        }
        if (outage.stillReached()) {
            return Verdict.inconclusive(
                    when + ", but it reached a store all the same: not the declared one", during.exchange());
        }
        boolean isBlamed = !health.isHealthy(during.checks().getOrDefault(outage.store(), ""));
        if (isGreen(during, health) || !isBlamed) {
            return Verdict.broken(
                    "red, and " + outage.store() + " not " + Values.healthy(health), when, during.exchange());
        }
        return isGreen(outage.after(), health)
                ? Verdict.held(when, during.exchange())
                : Verdict.broken(
                        "green once the " + outage.store() + " is back",
                        outage.service() + " with it again: " + outage.after().says(),
                        outage.after().exchange());
    }

    private static boolean isGreen(Poll poll, Health health) {
        return poll instanceof Poll.Answered answer && answer.isHealthyBy(health);
    }

    private static Verdict open(String why, Poll poll) {
        return Verdict.inconclusive(why + poll.says(), poll.exchange());
    }
}
