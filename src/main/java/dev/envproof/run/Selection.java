package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.NoTarget;
import dev.envproof.environment.SystemUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The system and the environments that {@code -Dsystem} and {@code -Denv} name.
 *
 * @param environments in the order of the system's files
 */
public record Selection(SystemUnderTest system, List<Environment> environments) {
    /** Where no system is asked for, and there is more than one. */
    private static final String DEFAULT_SYSTEM = "job-platform";

    public Selection {
        environments = List.copyOf(environments);
    }

    /**
     * @throws dev.envproof.environment.BadEnvironmentFiles where a file can't be used
     * @throws dev.envproof.environment.UnknownName where a flag names something that is not there
     * @throws NoTarget where more than one system is named
     */
    public static Selection of(Flags flags, Map<String, String> processEnvironment) {
        return of(flags, processEnvironment, Map.of());
    }

    static Selection of(Flags flags, Map<String, String> processEnvironment, Map<String, String> overlay) {
        SystemUnderTest system = load(flags, processEnvironment, overlay);
        return new Selection(system, selected(flags, system));
    }

    private static SystemUnderTest load(
            Flags flags, Map<String, String> processEnvironment, Map<String, String> overlay) {
        Path folder = flags.folder().resolve("environments");
        List<String> known = Environments.systems(folder);
        List<String> names = new Choice("-Dsystem", "system", known)
                .ofOrAll(flags.system().orElse(known.size() == 1 ? known.get(0) : DEFAULT_SYSTEM));
        if (names.size() > 1) {
            throw new NoTarget("-Dsystem: one system a run; run each of " + String.join(", ", names) + " by itself");
        }
        String name = names.get(0);
        return Environments.load(folder.resolve(name), processEnvironment, overlay);
    }

    private static List<Environment> selected(Flags flags, SystemUnderTest system) {
        List<String> known =
                system.environments().stream().map(Environment::name).toList();
        List<String> names = flags.environments()
                .map(new Choice("-Denv", "environment", known)::ofOrAll)
                .orElse(known);
        return system.environments().stream()
                .filter(environment -> names.contains(environment.name()))
                .toList();
    }
}
