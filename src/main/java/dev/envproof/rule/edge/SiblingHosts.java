package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hosts that the files declare for other environments, and for those alone. */
final class SiblingHosts {
    private SiblingHosts() {}

    static Set<String> of(SystemUnderTest system, Environment environment) {
        Set<String> hosts = system.environments().stream()
                .filter(sibling -> !sibling.name().equals(environment.name()))
                .flatMap(SiblingHosts::hosts)
                .collect(Collectors.toCollection(TreeSet::new));
        hosts.removeAll(hosts(environment).toList());
        hosts.removeAll(environment.edgeSecurity().sharedHosts());
        return hosts;
    }

    private static Stream<String> hosts(Environment environment) {
        return Stream.concat(environment.publicUrls().values().stream(), environment.url().stream())
                .map(URI::getHost)
                .filter(host -> host != null)
                .map(host -> host.toLowerCase(Locale.ROOT));
    }
}
