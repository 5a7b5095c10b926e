package dev.envproof.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is asked to do, as it was typed; names are checked against the files when the run starts.
 *
 * @param folder where {@code environments/}, {@code suites/} and {@code reports/} are
 * @param system {@code -Dsystem}
 * @param environments {@code -Denv}, a comma list; empty means every one
 * @param suite {@code -Dsuite}
 * @param target {@code -Dtarget}: replica or remote; empty follows each file
 * @param replica {@code -Dreplica}: auto, embedded or docker
 * @param fault {@code -Dfault}, a comma list of deviations that the replica starts with
 * @param version {@code -Dexpect.version}: the deployed version to wait for
 */
public record Flags(
        Path folder,
        String system,
        Optional<String> environments,
        String suite,
        Optional<String> target,
        String replica,
        Optional<String> fault,
        Optional<String> version) {

    /** Names of every flag, as {@code -D} takes them. */
    public static final List<String> NAMES =
            List.of("env", "system", "suite", "target", "replica", "fault", "expect.version");

    public static Flags of(Path folder, Map<String, String> values) {
        return new Flags(
                folder,
                value(values, "system").orElse("job-platform"),
                value(values, "env"),
                value(values, "suite").orElse("full"),
                value(values, "target"),
                value(values, "replica").orElse("auto"),
                value(values, "fault"),
                value(values, "expect.version"));
    }

    /** Reads the flags from system properties, as {@code mvn verify -Denv=staging} passes them on. */
    public static Flags ofSystemProperties() {
        Map<String, String> values = new HashMap<>();
        for (String name : NAMES) {
            Optional.ofNullable(System.getProperty(name)).ifPresent(value -> values.put(name, value));
        }
        return of(Path.of(""), values);
    }

    /** A blank value is an unset one: a pipeline passes {@code -Denv=$ENV} whether or not it is set. */
    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
