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
import java.util.List;

/** The body names the environment that was asked, by its name or a declared alias. */
@Card(
        id = "health/health-names-its-environment",
        says = "health names it, or a declared alias, as its environment",
        severity = Severity.HIGH,
        because = "people and monitors act on the environment that the body names",
        remedy = "set the environment's name where the service is deployed; declare an alias where it is meant",
        requires = Need.HEALTH,
        trippedBy = Fault.HEALTH_REPORTS_ANOTHER_ENVIRONMENT,
        verifies = {"JP-23", "EA-04", "EP-06", "CE-01"})
public final class HealthNamesItsEnvironment implements Rule.OfEnvironment<HealthProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, HealthProbe.Seen seen) {
        return Verdict.all(seen.byService().stream()
                .map(places -> judge(environment, places))
                .toList());
    }

    /** Wrong at every place and in every poll is the service's own mistake; wrong now and then is the routing's. */
    private static Verdict judge(Environment environment, List<HealthPlace> places) {
        List<Poll.Answered> told = places.stream().flatMap(HealthPlace::told).toList();
        List<Poll.Answered> wrong = told.stream()
                .filter(poll -> poll.environment().filter(environment::goesBy).isEmpty())
                .toList();
        if (told.isEmpty()) {
            return Verdict.all(places.stream().map(Places::open).toList());
        }
        String service = places.get(0).service();
        if (wrong.isEmpty()) {
            return Verdict.held(service + " names it", told.get(0).exchange());
        }
        String saw = service + " names " + wrong.get(0).environment().orElse("none");
        return wrong.size() < told.size() || isClaimedElsewhere(environment, places)
                ? Verdict.inconclusive(saw + ", as its identity does, or not every time: that is the family routing's")
                : Verdict.broken(
                        environment.name() + " or a declared alias",
                        saw,
                        wrong.get(0).exchange());
    }

    private static boolean isClaimedElsewhere(Environment environment, List<HealthPlace> places) {
        return places.stream().flatMap(place -> place.claimed().stream()).anyMatch(name -> !environment.goesBy(name));
    }
}
