package dev.envproof.replica.embedded;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.RoutingHeader.DefaultVariable;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a deployment's variables, as the system's files declare them. */
final class DeclaredNames {
    private DeclaredNames() {}

    static Set<String> of(SystemUnderTest system) {
        return Stream.of(
                        system.environments().stream().flatMap(DeclaredNames::of),
                        system.services().stream().map(service -> ServiceUrls.variable(service.name())),
                        defaultVariable(system).stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    static Stream<String> of(Environment environment) {
        return Stream.of(
                        environment.stores().stream().flatMap(DeclaredNames::of),
                        environment.secrets().stream().map(DeclaredSecret::variable),
                        environment.access().map(AccessKey::variable).stream())
                .flatMap(names -> names);
    }

    static Optional<String> defaultVariable(SystemUnderTest system) {
        return system.routingHeader().flatMap(RoutingHeader::defaultVariable).map(DefaultVariable::name);
    }

    private static Stream<String> of(StoreAddress store) {
        return Stream.of(
                        Optional.of(store.urlVariable()),
                        store.keyVariable(),
                        store.legacyUrlVariable(),
                        store.legacyKeyVariable())
                .flatMap(Optional::stream);
    }
}
