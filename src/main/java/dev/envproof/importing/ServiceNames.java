package dev.envproof.importing;

import dev.envproof.importing.EnvironmentNames.Split;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The services that compose files declare, to find those again that other files name. */
record ServiceNames(Set<String> declared) {
    static ServiceNames of(List<Deployed> deployed) {
        return new ServiceNames(deployed.stream().map(Deployed::service).collect(Collectors.toSet()));
    }

    /** The declared service that a host or an upstream is named after, or the name itself. */
    String of(String written) {
        String name = ServiceName.of(written);
        Optional<String> rest = EnvironmentNames.inside(written, "[-_.]")
                .map(Split::rest)
                .map(ServiceName::of)
                .filter(declared::contains);
        return declared.contains(name) ? name : rest.orElse(name);
    }
}
