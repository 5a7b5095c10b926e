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
import java.util.List;
import java.util.Optional;

/** Status and body agree: a success status comes with healthy values, in every check. */
@Card(
        id = "health/health-is-told",
        says = "every service tells that it is healthy",
        severity = Severity.CRITICAL,
        because = "a service that is down, or says so behind a success status, takes traffic that it can't serve",
        remedy = "repair what the body names; where the status contradicts the body, derive the status from the body",
        requires = Need.HEALTH,
        trippedBy = Fault.HEALTH_UNHEALTHY_BODY,
        verifies = {"JP-08", "IN-08", "EA-02", "EP-01", "EP-18"})
public final class HealthIsTold implements Rule.OfEnvironment<HealthProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, HealthProbe.Seen seen) {
        Health health = Values.declaredBy(system);
        return Places.each(seen, place -> at(place, health, Values.stores(system, place.service())));
    }

    /** Green once is enough here: whether it stays green is another rule's. */
    private static Verdict at(HealthPlace place, Health health, List<String> stores) {
        List<Poll.Answered> answers = place.answers().toList();
        Optional<Poll.Answered> healthy = answers.stream()
                .filter(answer -> answer.isHealthyBy(health))
                .filter(answer -> stores.stream().noneMatch(store -> isOff(answer, store, health)))
                .findFirst();
        if (healthy.isPresent()) {
            return Places.held(place, healthy.get());
        }
        return answers.isEmpty() || Places.isFrontPage(place)
                ? Places.open(place)
                : Places.broken(
                        "a success status, health " + Values.healthy(health) + " and every check too",
                        place,
                        answers.get(0));
    }

    /** A store that the service uses is no optional part. */
    private static boolean isOff(Poll.Answered answer, String store, Health health) {
        return Optional.ofNullable(answer.checks().get(store))
                .filter(told -> !health.isHealthy(told))
                .isPresent();
    }
}
