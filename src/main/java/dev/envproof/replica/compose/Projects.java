package dev.envproof.replica.compose;

import dev.envproof.environment.Environment;
import dev.envproof.environment.ReplicaChoice.Compose;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.replica.ReplicaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which environments are in one project: those that give it one name, and those that name no project but the same files and
 * the same edge, because copies could not be told apart.
 */
final class Projects {
    private Projects() {}

    /** @throws ReplicaException where two environments give one name to two compose files */
    static List<ComposeProject> of(SystemUnderTest system, ComposeProgram program) {
        Map<Object, List<Environment>> groups = new LinkedHashMap<>();
        system.environments()
                .forEach(environment -> environment
                        .compose()
                        .ifPresent(compose -> groups.computeIfAbsent(key(compose), key -> new ArrayList<>())
                                .add(environment)));
        return groups.values().stream()
                .peek(Projects::refuseTwoFiles)
                .flatMap(group -> group.stream().map(environment -> project(environment, group, program)))
                .toList();
    }

    private static Object key(Compose compose) {
        return compose.project().<Object>map(name -> name).orElse(compose);
    }

    private static ComposeProject project(Environment environment, List<Environment> group, ComposeProgram program) {
        Compose compose = compose(environment);
        String name = compose.project()
                .orElseGet(() -> ProjectName.ofThisProcess(group.get(0).name()).toString());
        Set<String> others = group.stream().flatMap(Projects::parts).collect(Collectors.toCollection(TreeSet::new));
        others.removeAll(parts(environment).toList());
        return new ComposeProject(environment, compose, name, others, program);
    }

    /** The Compose services that an environment says are its own. */
    private static Stream<String> parts(Environment environment) {
        return environment.containers().stream()
                .map(containers -> List.of(containers.services(), containers.stores()))
                .flatMap(List::stream)
                .flatMap(named -> named.values().stream());
    }

    private static void refuseTwoFiles(List<Environment> group) {
        Compose first = compose(group.get(0));
        group.stream()
                .filter(it -> !compose(it).file().equals(first.file())
                        || !compose(it).envFile().equals(first.envFile()))
                .findFirst()
                .ifPresent(other -> {
                    throw new ReplicaException(group.get(0).name() + " and " + other.name() + " both name the project "
                            + first.project().orElse("") + ", but not the same `compose` and `env-file` in `replica`;"
                            + " a project has one of each: let them agree, or name two projects");
                });
    }

    private static Compose compose(Environment environment) {
        return environment.compose().orElseThrow();
    }
}
