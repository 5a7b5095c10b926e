package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.PortProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** No two environments claim one host and port. */
@Card(
        id = "routing/public-addresses-do-not-collide",
        says = "no address of one is an address of the other",
        severity = Severity.CRITICAL,
        because = "where two environments claim one address, whoever starts last answers for both",
        remedy = "give each environment hosts or ports of its own in `public-urls`, and in what deploys them",
        requires = Need.PUBLIC_ADDRESSES,
        trippedBy = Fault.ROUTING_ADDRESSES_COLLIDE,
        verifies = {"EA-01", "EP-10"},
        unordered = true)
public final class PublicAddressesDoNotCollide implements Rule.OfPair<PortProbe.Seen> {
    @Override
    public Verdict judge(Environment from, PortProbe.Seen seenInFrom, Environment to, PortProbe.Seen seenInTo) {
        Set<String> both = places(from);
        both.retainAll(places(to));
        return both.isEmpty()
                ? Verdict.held(places(from).size() + " and " + places(to).size() + " addresses, none of both")
                : Verdict.broken("addresses of its own", "both claim " + String.join(", ", both));
    }

    private static Set<String> places(Environment environment) {
        return environment.publicUrls().values().stream()
                .map(PublicAddressesDoNotCollide::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String place(URI url) {
        return String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ":" + PortProbe.port(url);
    }
}
