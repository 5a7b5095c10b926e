package dev.envproof.importing;

import dev.envproof.importing.EnvironmentNames.Named;
import dev.envproof.importing.EnvironmentNames.Split;
import dev.envproof.importing.Gathered.EnvFileRead;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The environments that the files tell of.
 *
 * @param aliases of each by its name, such as prod of production where a file writes it so
 * @param isAssumed whether no file told any
 */
record EnvironmentSet(Map<String, Set<String>> aliases, boolean isAssumed) {
    static EnvironmentSet of(Gathered gathered, List<Deployed> deployed, Collection<Named> others, boolean isPublic) {
        Map<String, Set<String>> aliases = new TreeMap<>();
        Stream.of(
                        gathered.envFiles().stream().flatMap(file -> file.environment().stream()),
                        gathered.nginxFiles().stream().flatMap(file -> file.input().environment().stream()),
                        deployed.stream().flatMap(service -> service.environment().stream()),
                        others.stream())
                .flatMap(named -> named)
                .forEach(named -> add(aliases, named));
        bySuffix(gathered.envFiles(), aliases);
        boolean isAssumed = aliases.isEmpty();
        if (isAssumed) {
            aliases.put(isPublic ? EnvironmentNames.PRODUCTION : EnvironmentNames.DEVELOPMENT, Set.of());
        }
        return new EnvironmentSet(Collections.unmodifiableMap(aliases), isAssumed);
    }

    private static void add(Map<String, Set<String>> aliases, Named named) {
        Set<String> names = aliases.computeIfAbsent(named.name(), name -> new TreeSet<>());
        if (!named.written().equals(named.name())) {
            names.add(named.written());
        }
    }

    /** One variable in two environments' names tells both; one alone may mean something else. */
    private static void bySuffix(List<EnvFileRead> files, Map<String, Set<String>> aliases) {
        Map<String, Map<String, Named>> byRest = new TreeMap<>();
        files.stream()
                .flatMap(file -> file.settings().stream())
                .flatMap(setting -> split(setting.name()).stream())
                .forEach(split -> byRest.computeIfAbsent(split.rest(), rest -> new TreeMap<>())
                        .put(split.environment().name(), split.environment()));
        byRest.values().stream()
                .filter(named -> named.size() > 1
                        || aliases.containsKey(named.keySet().iterator().next()))
                .flatMap(named -> named.values().stream())
                .toList()
                .forEach(named -> add(aliases, named));
    }

    Set<String> names() {
        return aliases.keySet();
    }

    boolean isOne() {
        return aliases.size() == 1;
    }

    /** The environment in a variable's name, where it is one of these. */
    Optional<Split> inVariable(String name) {
        return split(name)
                .filter(split -> aliases.containsKey(split.environment().name()));
    }

    private static Optional<Split> split(String name) {
        return EnvironmentNames.inside(name, "_");
    }
}
