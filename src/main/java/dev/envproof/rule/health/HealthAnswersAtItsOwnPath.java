package dev.envproof.rule.health;

import dev.envproof.environment.Environment;
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

/** Health is answered where it is asked, and to anyone. */
@Card(
        id = "health/health-answers-at-its-own-path",
        says = "health answers at its own path, without a sign-in",
        severity = Severity.HIGH,
        because = "a monitor that follows the redirect sees the sign-in page's 200 and calls the service healthy",
        remedy = "exempt the health path from the sign-in; redirect at most to the same path with a slash",
        requires = Need.HEALTH,
        trippedBy = Fault.HEALTH_BEHIND_LOGIN,
        verifies = {"EA-18", "EP-01"})
public final class HealthAnswersAtItsOwnPath implements Rule.OfEnvironment<HealthProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, HealthProbe.Seen seen) {
        return Places.each(seen, HealthAnswersAtItsOwnPath::at);
    }

    private static Verdict at(HealthPlace place) {
        Optional<Poll> away =
                place.polls().stream().filter(Poll.SentAway.class::isInstance).findFirst();
        if (away.isPresent()) {
            return Places.broken("an answer at the path that was asked", place, away.get());
        }
        return place.answers()
                .findFirst()
                .map(answer -> Places.held(place, answer))
                .orElseGet(() -> Places.open(place));
    }
}
