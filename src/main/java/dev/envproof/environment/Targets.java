package dev.envproof.environment;

import dev.envproof.environment.Target.Engine;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides where environments are reached, and reaches those that are deployed. */
public final class Targets {
    private static final Choice TARGET = new Choice("-Dtarget", "target", List.of("replica", "remote"));

    private Targets() {}

    /** Where an environment is reached. */
    public enum Where {
        /** At the URL that its file declares. */
        REMOTE,
        /** On a replica, which its file names explicitly. */
        REPLICA
    }

    /**
     * Where each environment is reached, by name: what {@code -Dtarget} forces, else its URL, else the replica that its
     * file names.
     *
     * @throws NoTarget with every environment that can't be reached so
     * @throws UnknownName where the flag is neither {@code replica} nor {@code remote}
     */
    public static Map<String, Where> decide(List<Environment> environments, Optional<String> flag) {
        Optional<String> forced = flag.map(TARGET::oneOf);
        String complaints = environments.stream()
                .flatMap(environment -> complaint(environment, forced).stream())
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new NoTarget(complaints);
        }
        Map<String, Where> decided = new LinkedHashMap<>();
        environments.forEach(environment -> decided.put(environment.name(), where(environment, forced)));
        return decided;
    }

    /**
     * A deployed environment: its declared addresses and its variables.
     *
     * @throws NoTarget where it declares no URL
     * @throws BadEnvironmentFiles where a file with its variables can't be read
     */
    public static Target remote(
            SystemUnderTest system, Environment environment, Map<String, String> processEnvironment) {
        URI edge = edge(system, environment).orElseThrow(() -> new NoTarget(noUrl(environment, "the remote target")));
        Target target = new Target(
                system,
                environment,
                Engine.REMOTE,
                edge,
                environment.serviceUrls(),
                variables(system, environment, processEnvironment),
                environment.logFiles(),
                Optional.empty(),
                environment.containers(),
                Reach.atTheEdge());
        return environment.publicUrls().isEmpty() ? target : target.reachedBy(Reach.byName(environment.publicUrls()));
    }

    private static Optional<URI> edge(SystemUnderTest system, Environment environment) {
        return environment.deployedAt().map(deployed -> frontDoor(system, environment, deployed));
    }

    /** The address that paths without a service of their own are asked at: that of the first route. */
    public static URI frontDoor(SystemUnderTest system, Environment environment, URI otherwise) {
        return system.routes().stream()
                .flatMap(route -> Optional.ofNullable(environment.publicUrls().get(route.service())).stream())
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * What the files hold that the environment names, all of it; else of the process environment nothing but its declared
     * variables.
     *
     * @throws BadEnvironmentFiles where a file can't be read
     */
    public static Variables variables(
            SystemUnderTest system, Environment environment, Map<String, String> processEnvironment) {
        if (!environment.variablesFrom().isEmpty()) {
            return VariableFiles.read(environment.variablesFrom());
        }
        Map<String, String> variables = new LinkedHashMap<>(processEnvironment);
        variables.keySet().retainAll(declaredVariables(system, environment));
        return new Variables(variables);
    }

    private static Where where(Environment environment, Optional<String> forced) {
        boolean isRemote =
                forced.map("remote"::equals).orElse(environment.deployedAt().isPresent());
        return isRemote ? Where.REMOTE : Where.REPLICA;
    }

    private static Optional<String> complaint(Environment environment, Optional<String> forced) {
        if (where(environment, forced) == Where.REMOTE) {
            return environment.deployedAt().isPresent()
                    ? Optional.empty()
                    : Optional.of(noUrl(environment, "-Dtarget=remote"));
        }
        return environment.replica().isPresent() ? Optional.empty() : Optional.of(noReplica(environment, forced));
    }

    private static String noUrl(Environment environment, String asker) {
        return environment.name() + ": " + asker + " needs a URL; set the variable " + environment.urlVariable()
                + ", or the key `" + key(environment) + "` in "
                + environment.name() + ".yaml";
    }

    private static String key(Environment environment) {
        return environment.publicUrls().isEmpty() ? "url" : "deployed";
    }

    private static String noReplica(Environment environment, Optional<String> forced) {
        String file = environment.name() + ".yaml";
        return forced.isPresent()
                ? environment.name() + ": -Dtarget=replica needs the key `replica: auto` in " + file
                : environment.name() + ": no URL, and no `replica` in " + file + "; set the variable "
                        + environment.urlVariable() + ", or the key `replica: auto`";
    }

    /** The names of every variable that an environment's file declares. */
    public static Set<String> declaredVariables(SystemUnderTest system, Environment environment) {
        Set<String> names = new LinkedHashSet<>();
        environment.secrets().forEach(secret -> names.add(secret.variable()));
        environment.access().ifPresent(access -> names.add(access.variable()));
        environment.stores().stream().flatMap(Targets::variables).forEach(names::add);
        system.routingHeader()
                .flatMap(RoutingHeader::defaultVariable)
                .ifPresent(variable -> names.add(variable.name()));
        return names;
    }

    private static Stream<String> variables(StoreAddress store) {
        return Stream.of(
                        Optional.of(store.urlVariable()),
                        store.keyVariable(),
                        store.legacyUrlVariable(),
                        store.legacyKeyVariable())
                .flatMap(Optional::stream);
    }
}
