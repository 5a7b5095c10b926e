package dev.envproof.environment;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where one environment is reached in this run.
 *
 * @param system the whole system
 * @param environment the environment that is meant
 * @param engine what answers
 * @param edge base address of its edge
 * @param services base addresses of its services, each asked without the edge; empty where none is known
 * @param variables the deployment's variables as far as this run may see them
 * @param logFiles logs of its services that this run may read, by service
 * @param controls what a replica lets a probe do to it; empty for a deployment
 */
public record Target(
        SystemUnderTest system,
        Environment environment,
        Engine engine,
        URI edge,
        Map<String, URI> services,
        Variables variables,
        Map<String, Path> logFiles,
        Optional<Controls> controls) {

    public Target {
        services = Map.copyOf(services);
        logFiles = Map.copyOf(logFiles);
    }

    public List<SystemUnderTest.Route> routes() {
        return system.routes();
    }

    /** Values of every variable that the environment declares as secret, as far as this run sees them. */
    public Set<String> secrets() {
        Stream<String> declared = environment.secrets().stream()
                .filter(secret -> !secret.isPublic())
                .map(DeclaredSecret::variable);
        Stream<String> access = environment.access().map(Environment.AccessKey::variable).stream();
        Stream<String> keys = environment.stores().stream()
                .flatMap(store -> Stream.concat(store.keyVariable().stream(), store.legacyKeyVariable().stream()));
        return Stream.of(declared, access, keys)
                .flatMap(names -> names)
                .flatMap(name -> variables.value(name).stream())
                .filter(value -> !value.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What stands behind a target's address. */
    public enum Engine {
        /** A deployment at a URL. */
        REMOTE,
        EMBEDDED,
        DOCKER
    }
}
