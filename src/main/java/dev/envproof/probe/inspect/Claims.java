package dev.envproof.probe.inspect;

import dev.envproof.environment.Containers;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the engine's containers are whose: an environment's alone, or a sibling's too. */
record Claims(Target target, Containers declared, List<Target> siblings) {

    static Claims of(Target target, List<Target> all) {
        return new Claims(
                target,
                target.containers().orElseThrow(),
                all.stream()
                        .filter(other -> other.containers().isPresent())
                        .filter(other -> !nameOf(other).equals(nameOf(target)))
                        .toList());
    }

    boolean isMember(Listed container) {
        return container.belongsTo(declared, isAlone(target));
    }

    Set<String> alsoOf(Listed container) {
        return siblings.stream()
                .filter(sibling -> container.belongsTo(sibling.containers().orElseThrow(), isAlone(sibling)))
                .map(Claims::nameOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Parts that the environment's file names and that no container is. */
    List<String> absent(List<Listed> containers) {
        return Stream.of(declared.services(), declared.stores())
                .flatMap(parts -> parts.values().stream())
                .filter(name -> containers.stream().noneMatch(container -> container.goesBy(name, declared)))
                .distinct()
                .sorted()
                .toList();
    }

    Set<String> services(Listed container) {
        return container.runs(
                declared, target.system().services().stream().map(service -> service.name()), Containers::service);
    }

    Set<String> stores(Listed container) {
        return container.runs(
                declared, target.system().stores().stream().map(store -> store.name()), Containers::store);
    }

    /** Whether no other environment has a part of its project. */
    private boolean isAlone(Target one) {
        return Stream.concat(Stream.of(target), siblings.stream())
                .filter(other -> !nameOf(other).equals(nameOf(one)))
                .flatMap(other -> other.containers().flatMap(Containers::project).stream())
                .noneMatch(project -> one.containers()
                        .flatMap(Containers::project)
                        .filter(project::equals)
                        .isPresent());
    }

    private static String nameOf(Target target) {
        Environment environment = target.environment();
        return environment.name();
    }
}
