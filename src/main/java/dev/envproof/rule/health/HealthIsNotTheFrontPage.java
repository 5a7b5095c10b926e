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

/** The body is the service's own, not the page that any path gets. */
@Card(
        id = "health/health-is-not-the-front-page",
        says = "health is the service's own answer, not a page that any path gets",
        severity = Severity.CRITICAL,
        because = "a catch-all page stays green whatever happens to the service behind it",
        remedy = "route the health path to the service; let the catch-all answer 404 below the API",
        requires = Need.HEALTH,
        trippedBy = Fault.HEALTH_FRONT_PAGE_ANSWERS,
        verifies = {"EP-01", "EP-18"})
public final class HealthIsNotTheFrontPage implements Rule.OfEnvironment<HealthProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, HealthProbe.Seen seen) {
        return Places.each(seen, HealthIsNotTheFrontPage::at);
    }

    private static Verdict at(HealthPlace place) {
        Optional<Poll.Answered> answer = place.answers().findFirst();
        if (answer.isEmpty()) {
            return Places.open(place);
        }
        if (place.likeness().isEmpty()) {
            return Verdict.inconclusive(
                    place.says() + ": no random path was answered, so there is nothing to compare with",
                    answer.get().exchange());
        }
        long percent = Math.round(100 * place.likeness().getAsDouble());
        String saw = place.says() + ": " + percent + " % alike to the answer of a random path";
        return Places.isFrontPage(place)
                ? Verdict.broken(
                        "an answer unlike that of a random path",
                        saw,
                        answer.get().exchange())
                : Verdict.held(saw, answer.get().exchange());
    }
}
