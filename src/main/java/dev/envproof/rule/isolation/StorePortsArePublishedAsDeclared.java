package dev.envproof.rule.isolation;

import dev.envproof.environment.Containers.StorePorts;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.inspect.Container;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.probe.inspect.PublishedPort;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** A store's port is published no further than the file declares: to this machine alone, unless it says otherwise. */
@Card(
        id = "isolation/store-ports-are-published-as-declared",
        says = "the ports of its stores are published no further than declared",
        severity = Severity.HIGH,
        because = "whoever reaches the machine reaches the store: Docker's rules come before the firewall's",
        remedy =
                "drop the store's `ports`, or bind them to 127.0.0.1; let services reach it over a network of their own",
        requires = {Need.CONTAINERS, Need.STORE_CONTAINERS},
        trippedBy = Fault.ISOLATION_STORE_PORT_PUBLISHED,
        verifies = {"EP-09", "EA-13"})
public final class StorePortsArePublishedAsDeclared implements Rule.OfEnvironment<InspectProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, InspectProbe.Seen seen) {
        StorePorts policy = seen.declared().storePorts();
        return Absence.beside(
                seen.containers()
                        .fold(
                                containers -> Verdict.all(containers.stream()
                                        .filter(container -> !container.stores().isEmpty())
                                        .map(container -> judge(container, policy))
                                        .toList()),
                                Verdict::inconclusive),
                seen);
    }

    private static Verdict judge(Container store, StorePorts policy) {
        if (policy == StorePorts.OPEN) {
            return Verdict.held(store.name() + " may be published to everyone");
        }
        String expected = policy == StorePorts.CLOSED ? "no published port" : "ports on 127.0.0.1 at most";
        if (store.hostNetwork()) {
            return Verdict.broken(expected, store.name() + " is on the machine's own network, with every port");
        }
        List<PublishedPort> tooFar = store.published().stream()
                .filter(port -> policy == StorePorts.CLOSED || !port.isLoopback())
                .toList();
        return tooFar.isEmpty()
                ? Verdict.held(store.name() + " publishes " + (store.published().isEmpty() ? "nothing" : "to loopback"))
                : Verdict.broken(
                        expected,
                        store.name() + " publishes "
                                + tooFar.stream().map(PublishedPort::toString).collect(Collectors.joining(", ")));
    }
}
