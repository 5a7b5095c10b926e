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
import java.util.Optional;

/** A reader of the body learns about each store that the service uses. */
@Card(
        id = "health/health-names-each-store",
        says = "health names each store that the service uses",
        severity = Severity.MEDIUM,
        because = "health that does not mention a store can't have looked at it, nor tell which one is down",
        remedy = "add one check per store of the service to the health body",
        requires = Need.HEALTH,
        trippedBy = Fault.HEALTH_STORE_UNNAMED,
        verifies = {"CE-02", "IN-08", "EA-18"})
public final class HealthNamesEachStore implements Rule.OfEnvironment<HealthProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, HealthProbe.Seen seen) {
        return Places.each(seen, place -> at(place, Values.stores(system, place.service())));
    }

    private static Verdict at(HealthPlace place, List<String> stores) {
        Optional<Poll.Answered> told = place.told().findFirst();
        if (told.isEmpty()) {
            return Places.open(place);
        }
        List<String> missing = stores.stream()
                .filter(store -> !told.get().checks().containsKey(store))
                .toList();
        return missing.isEmpty()
                ? Places.held(place, told.get())
                : Places.broken("a check named " + String.join(", ", missing), place, told.get());
    }
}
