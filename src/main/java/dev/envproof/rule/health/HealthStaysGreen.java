package dev.envproof.rule.health;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.health.HealthPlace;
import dev.envproof.probe.health.HealthProbe;
import dev.envproof.probe.health.Poll;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;

/** Green stays green over consecutive polls. */
@Card(
        id = "health/health-stays-green",
        says = "health that was green stays green",
        severity = Severity.HIGH,
        because = "a service that flaps fails a share of its users, and a single look can't tell",
        remedy = "find the instance or dependency that fails now and then; don't retry until it happens to be green",
        requires = Need.HEALTH,
        trippedBy = Fault.HEALTH_GREEN_THEN_RED,
        verifies = {"IN-13", "EA-17", "CE-21"})
public final class HealthStaysGreen implements Rule.OfEnvironment<HealthProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, HealthProbe.Seen seen) {
        Health health = Values.declaredBy(system);
        return Places.each(seen, place -> at(place, health));
    }

    private static Verdict at(HealthPlace place, Health health) {
        long healthy = place.healthyPolls(health);
        if (healthy == place.polls().size() && healthy > 0) {
            return Verdict.held(place.says() + ": green " + healthy + " times in a row");
        }
        Optional<Poll.Answered> red =
                place.answers().filter(answer -> !answer.isHealthyBy(health)).findFirst();
        if (healthy == 0 || red.isEmpty()) {
            return Places.open(place);
        }
        String counted = "green in " + healthy + " of " + place.polls().size() + " polls, else ";
        return Verdict.broken(
                "health " + Values.healthy(health) + " in every poll",
                place.says() + ": " + counted + red.get().says(),
                red.get().exchange());
    }
}
