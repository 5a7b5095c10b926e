package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.inspect.Attachment;
import dev.envproof.probe.inspect.Container;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** No network holds containers of both, unless both files declare it as shared. */
@Card(
        id = "isolation/networks-are-not-shared",
        says = "no network joins their containers",
        severity = Severity.HIGH,
        because = "whatever runs in one environment reaches the other's stores, past every edge",
        remedy = "give each environment networks of its own, or declare the edge's in `docker.shared-networks`",
        requires = Need.CONTAINERS,
        trippedBy = Fault.ISOLATION_NETWORK_SHARED,
        verifies = {"EP-08", "EP-09", "IN-12"},
        unordered = true)
public final class NetworksAreNotShared implements Rule.OfPair<InspectProbe.Seen> {
    /** Docker's word for no network at all. */
    static final String NONE = "none";

    @Override
    public Verdict judge(Environment from, InspectProbe.Seen a, Environment to, InspectProbe.Seen b) {
        Set<String> meant = new HashSet<>(a.declared().sharedNetworks());
        meant.retainAll(b.declared().sharedNetworks());
        return Apart.judge(
                from,
                a,
                to,
                b,
                "no network that both are on",
                (one, other) -> joining(one, other)
                        .filter(network -> !meant.contains(network.name())
                                && !network.name().equals(NONE))
                        .map(network -> "the network " + network.name() + " joins " + one.name() + " of " + from.name()
                                + " and " + other.name() + " of " + to.name()));
    }

    /** The networks that both containers are on, as the first one sees them. */
    static Stream<Attachment> joining(Container one, Container other) {
        return one.networks().stream()
                .filter(network ->
                        other.networks().stream().anyMatch(it -> it.id().equals(network.id())));
    }
}
