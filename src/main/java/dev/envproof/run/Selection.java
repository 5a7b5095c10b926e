package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.QualifiedName;
import dev.envproof.environment.SystemUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One of the systems that {@code -Dsystem} names, and its environments that {@code -Denv} names.
 *
 * @param environments in the order of the system's files; none where those that were asked for are other systems'
 */
public record Selection(SystemUnderTest system, List<Environment> environments) {
    public Selection {
        environments = List.copyOf(environments);
    }

    /**
     * Of a command that takes one system.
     *
     * @throws dev.envproof.environment.BadEnvironmentFiles where a file can't be used
     * @throws dev.envproof.environment.UnknownName where a flag names something that is not there, or several systems
     */
    public static Selection of(Flags flags, Map<String, String> processEnvironment) {
        String name = new Systems(flags).one();
        return all(flags, List.of(name), processEnvironment, system -> Map.of()).get(0);
    }

    /** @param overlay of each system, by its name */
    static List<Selection> all(
            Flags flags,
            List<String> systems,
            Map<String, String> processEnvironment,
            Function<String, Map<String, String>> overlay) {
        List<SystemUnderTest> loaded = systems.stream()
                .map(name -> Environments.load(
                        new Systems(flags).folder().resolve(name), processEnvironment, overlay.apply(name)))
                .toList();
        Optional<List<QualifiedName>> names = flags.environments()
                .map(new Choice("-Denv", "environment", known(loaded))::ofOrAll)
                .map(asked -> asked.stream().map(QualifiedName::of).toList());
        return loaded.stream()
                .map(system -> new Selection(system, selected(system, names)))
                .toList();
    }

    /** Plain names, and where there are several systems qualified ones too. */
    private static List<String> known(List<SystemUnderTest> systems) {
        Stream<String> plain = systems.stream()
                .flatMap(system -> system.environments().stream())
                .map(Environment::name);
        Stream<String> qualified = systems.size() == 1
                ? Stream.empty()
                : systems.stream()
                        .flatMap(system ->
                                system.environments().stream().map(it -> QualifiedName.in(system.name(), it.name())));
        return Stream.concat(plain, qualified).distinct().toList();
    }

    private static List<Environment> selected(SystemUnderTest system, Optional<List<QualifiedName>> names) {
        return system.environments().stream()
                .filter(environment -> names.isEmpty()
                        || names.get().stream()
                                .anyMatch(name -> name.means(QualifiedName.in(system.name(), environment.name()))))
                .toList();
    }
}
