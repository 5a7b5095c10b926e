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
import java.util.stream.Stream;

/** On a network that both are on, even on purpose, no name leads to containers of both. */
@Card(
        id = "isolation/names-resolve-to-one-environment",
        says = "no name on a shared network leads to both",
        severity = Severity.CRITICAL,
        because = "a service that asks for `database` gets the sibling's, now and then or always",
        remedy = "take the stores off the shared network, or give each environment aliases of its own there",
        requires = Need.CONTAINERS,
        trippedBy = Fault.ISOLATION_NAME_OF_TWO_ENVIRONMENTS,
        verifies = {"EP-08", "EP-10", "IN-12"},
        unordered = true)
public final class NamesResolveToOneEnvironment implements Rule.OfPair<InspectProbe.Seen> {

    @Override
    public Verdict judge(Environment from, InspectProbe.Seen a, Environment to, InspectProbe.Seen b) {
        return Apart.judge(
                from,
                a,
                to,
                b,
                "each name in one environment",
                (one, other) -> NetworksAreNotShared.joining(one, other)
                        .flatMap(network -> names(network, other)
                                .map(name -> "`" + name + "` on the network " + network.name() + " is " + one.name()
                                        + " of " + from.name() + " and " + other.name() + " of " + to.name())));
    }

    private static Stream<String> names(Attachment network, Container other) {
        return other.networks().stream()
                .filter(it -> it.id().equals(network.id()))
                .flatMap(it -> it.names().stream())
                .filter(network.names()::contains)
                .sorted();
    }
}
