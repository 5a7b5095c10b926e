package dev.envproof.environment;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param containers what runs it on this machine's Docker engine, where that is known
 * @param reach how the services' public addresses are reached, where each has one of its own
 */
public record Target(
        SystemUnderTest system,
        Environment environment,
        Engine engine,
        URI edge,
        Map<String, URI> services,
        Variables variables,
        Map<String, Path> logFiles,
        Optional<Controls> controls,
        Optional<Containers> containers,
        Reach reach) {

    public Target {
        services = Map.copyOf(services);
        logFiles = Map.copyOf(logFiles);
    }

    /** A target of which no container is known, reached at its edge. */
    public Target(
            SystemUnderTest system,
            Environment environment,
            Engine engine,
            URI edge,
            Map<String, URI> services,
            Variables variables,
            Map<String, Path> logFiles,
            Optional<Controls> controls) {
        this(
                system,
                environment,
                engine,
                edge,
                services,
                variables,
                logFiles,
                controls,
                Optional.empty(),
                Reach.atTheEdge());
    }

    /** The same target, run by these containers. */
    public Target in(Containers known) {
        return new Target(
                system, environment, engine, edge, services, variables, logFiles, controls, Optional.of(known), reach);
    }

    /** The same target, reached so; its routes are those of the services' public addresses. */
    public Target reachedBy(Reach way) {
        return new Target(
                system.at(way.urls()),
                environment,
                engine,
                edge,
                services,
                variables,
                logFiles,
                controls,
                containers,
                way);
    }

    public List<SystemUnderTest.Route> routes() {
        return system.routes();
    }

    /** Every variable that may hold a secret of the environment, with its value as far as this run sees it. */
    public Map<String, String> secrets() {
        return SecretValues.of(environment, variables);
    }

    /** What stands behind a target's address. */
    public enum Engine {
        /** A deployment at a URL. */
        REMOTE,
        EMBEDDED,
        DOCKER,
        /** The user's own compose file. */
        COMPOSE
    }
}
