package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.environment.Environments;
import dev.envproof.environment.UnknownName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The systems that {@code -Dsystem} names: a folder of {@code environments/}, a comma list, or all. */
public record Systems(Flags flags) {
    /** Where no system is asked for, and there is more than one. */
    private static final String DEFAULT = "job-platform";

    Path folder() {
        return flags.folder().resolve("environments");
    }

    /**
     * In the order of the folder; the default one where none is asked for.
     *
     * @throws UnknownName for a name that is none, with the known ones
     */
    public List<String> names() {
        List<String> known = Environments.systems(folder());
        List<String> asked = new Choice("-Dsystem", "system", known)
                .ofOrAll(flags.system().orElse(known.size() == 1 ? known.get(0) : DEFAULT));
        return known.stream().filter(asked::contains).toList();
    }

    /** @throws UnknownName where several are named */
    public String one() {
        List<String> names = names();
        if (names.size() > 1) {
            throw new UnknownName("-Dsystem: takes one system here; one of " + String.join(", ", names));
        }
        return names.get(0);
    }

    /** What the services of each say they are; with the system's name where there are several. */
    static String versions(List<SystemRun> systems) {
        return systems.stream()
                .filter(it -> !it.version().isEmpty())
                .map(it -> systems.size() == 1
                        ? it.version()
                        : it.outcome().findings().system() + " " + it.version())
                .collect(Collectors.joining(", "));
    }
}
