package dev.envproof.rule.health;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.inspect.Container;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Every container of a declared service or store has a health check: of its deployment, or of its image. */
@Card(
        id = "health/containers-have-a-health-check",
        says = "the containers of its services and stores have a health check",
        severity = Severity.MEDIUM,
        because = "a deployment that can't tell health from a running process does not wait, and does not roll back",
        remedy = "add a `healthcheck` to the service in the compose file, or a HEALTHCHECK to its image",
        requires = Need.CONTAINERS,
        trippedBy = Fault.HEALTH_CHECK_MISSING,
        verifies = {"IN-06", "EP-18"})
public final class ContainersHaveAHealthCheck implements Rule.OfEnvironment<InspectProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, InspectProbe.Seen seen) {
        return seen.containers().fold(ContainersHaveAHealthCheck::judge, Verdict::inconclusive);
    }

    private static Verdict judge(List<Container> containers) {
        List<Container> declared = containers.stream()
                .filter(container ->
                        !container.services().isEmpty() || !container.stores().isEmpty())
                .toList();
        String without = declared.stream()
                .filter(container -> container.health().isEmpty())
                .map(Container::name)
                .sorted()
                .collect(Collectors.joining(", "));
        if (declared.isEmpty()) {
            return Verdict.inconclusive("no container is known to run a service or a store");
        }
        return without.isEmpty()
                ? Verdict.held(declared.size() + " containers have one")
                : Verdict.broken("a health check in each", without + " has none");
    }
}
