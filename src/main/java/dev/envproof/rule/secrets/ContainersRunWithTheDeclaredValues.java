package dev.envproof.rule.secrets;

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
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A secret in a running container is the one that this run was told: compared by keyed fingerprint, host of a URL apart. */
@Card(
        id = "secrets/containers-run-with-the-declared-values",
        says = "its containers run with the secrets that are declared",
        severity = Severity.HIGH,
        because = "a rotated secret is in force only where the container was started anew, and one service may differ",
        remedy = "recreate the container, and take the variable from the same place as the others do",
        requires = {Need.CONTAINERS, Need.CONTAINER_VARIABLES, Need.SECRET_VALUES},
        trippedBy = Fault.SECRETS_CONTAINER_HAS_ANOTHER_VALUE,
        verifies = {"IN-14", "CE-10"})
public final class ContainersRunWithTheDeclaredValues implements Rule.OfEnvironment<InspectProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, InspectProbe.Seen seen) {
        return seen.containers().fold(containers -> judge(containers, seen.declaredValues()), Verdict::inconclusive);
    }

    private static Verdict judge(List<Container> containers, Map<String, String> declared) {
        List<Verdict> parts = containers.stream()
                .flatMap(container -> compared(container, declared))
                .toList();
        return parts.isEmpty()
                ? Verdict.inconclusive("no container has a variable that the environment declares as a secret")
                : Verdict.all(parts);
    }

    private static Stream<Verdict> compared(Container container, Map<String, String> declared) {
        return new TreeSet<>(declared.keySet())
                .stream()
                        .filter(container.variables()::containsKey)
                        .map(name -> Objects.equals(container.variables().get(name), declared.get(name))
                                ? Verdict.held(container.name() + " has " + name + " as declared")
                                : Verdict.broken(
                                        "the value that this run was told",
                                        container.name() + " runs with another " + name));
    }
}
