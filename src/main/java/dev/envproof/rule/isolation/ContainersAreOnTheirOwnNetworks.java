package dev.envproof.rule.isolation;

import dev.envproof.environment.Containers;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.inspect.Attachment;
import dev.envproof.probe.inspect.Container;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** A container of one environment alone is on networks that are its own or declared as shared, and on no other. */
@Card(
        id = "isolation/containers-are-on-their-own-networks",
        says = "its containers are on its own networks only",
        severity = Severity.HIGH,
        because = "a container on a stranger's network reaches what runs there, and is reached from there",
        remedy = "take the container off that network, or declare it in `docker.networks` or `docker.shared-networks`",
        requires = Need.CONTAINER_NETWORKS,
        trippedBy = Fault.ISOLATION_WRONG_NETWORK_ATTACHED,
        verifies = {"EP-08", "EP-09"})
public final class ContainersAreOnTheirOwnNetworks implements Rule.OfEnvironment<InspectProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, InspectProbe.Seen seen) {
        return Absence.beside(
                seen.containers()
                        .fold(
                                containers -> Verdict.all(containers.stream()
                                        .filter(container -> container.alsoOf().isEmpty())
                                        .map(container -> judge(container, seen.declared()))
                                        .toList()),
                                Verdict::inconclusive),
                seen);
    }

    private static Verdict judge(Container container, Containers declared) {
        List<String> strange = container.networks().stream()
                .filter(network -> !isMeant(network, declared))
                .map(Attachment::name)
                .toList();
        return strange.isEmpty()
                ? Verdict.held(container.name() + " is on its own networks")
                : Verdict.broken("networks of its own", container.name() + " is on " + String.join(", ", strange));
    }

    private static boolean isMeant(Attachment network, Containers declared) {
        boolean isOwn = declared.networks().isEmpty()
                ? network.project().isPresent() && network.project().equals(declared.project())
                : declared.networks().contains(network.name());
        return isOwn
                || declared.sharedNetworks().contains(network.name())
                || network.name().equals(NetworksAreNotShared.NONE);
    }
}
