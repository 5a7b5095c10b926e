package dev.envproof.run;

import dev.envproof.environment.TypedPath;
import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.Nearest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run is asked to do, as it was typed; names are checked against the files when the run starts.
 *
 * @param folder where {@code environments/}, {@code suites/} and {@code reports/} are
 * @param system {@code -Dsystem}; empty means the only one, or job-platform
 * @param environments {@code -Denv}, a comma list; empty means every one
 * @param suite {@code -Dsuite}
 * @param target {@code -Dtarget}: replica or remote; empty follows each file
 * @param replica {@code -Dreplica}: auto, embedded, docker or compose; empty follows the files
 * @param fault {@code -Dfault}, a comma list of deviations that the replica starts with
 * @param version {@code -Dexpect.version}: the deployed version to wait for; blank where a pipeline's variable is unset
 * @param readiness {@code -Dready.within} and {@code -Dready.greens}; empty waits for nothing
 * @param baseline {@code -Dlatency.baseline}: the file of recorded latencies
 * @param drift {@code -Dparity.baseline}: the file of what the last good run saw
 * @param hook {@code -Don.closed} and {@code -Don.closed.timeout}
 * @param shard {@code -Dshard}, as 2/4; empty means the whole suite
 * @param history {@code -Dhistory}: the file that grows by what each run changed
 */
public record Flags(
        Path folder,
        Optional<String> system,
        Optional<String> environments,
        String suite,
        Optional<String> target,
        Optional<String> replica,
        Optional<String> fault,
        Optional<String> version,
        Optional<Readiness> readiness,
        Optional<Path> baseline,
        Optional<Path> drift,
        Optional<ClosedHook> hook,
        Optional<String> shard,
        String history) {

    /** Where the history grows if nothing else is asked for. */
    static final String HISTORY = "reports/history.jsonl";

    /** Names of every flag, as {@code -D} takes them. */
    public static final List<String> NAMES = Flag.keys();

    public static Flags of(Path folder, Map<String, String> values) {
        return new Flags(
                folder,
                value(values, "system"),
                value(values, "env"),
                value(values, "suite").orElse("full"),
                value(values, "target"),
                value(values, "replica"),
                value(values, "fault"),
                Optional.ofNullable(values.get("expect.version")).map(String::strip),
                Readiness.of(value(values, "ready.within"), value(values, "ready.greens")),
                value(values, "latency.baseline").map(file -> TypedPath.in(folder, file)),
                value(values, "parity.baseline").map(file -> TypedPath.in(folder, file)),
                ClosedHook.of(value(values, "on.closed"), value(values, "on.closed.timeout")),
                value(values, "shard"),
                value(values, "history")
                        .map(file -> TypedPath.in(Path.of(""), file).toString())
                        .orElse(HISTORY));
    }

    /** Reads the flags from system properties, as {@code mvn verify -Denv=staging} passes them on. */
    public static Flags ofSystemProperties() {
        Map<String, String> values = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> values.put(name, System.getProperty(name)));
        return ofProperties(values);
    }

    /**
     * Reads the flags among other properties. Those are not envproof's to refuse, but what looks like a mistyped flag is:
     * Maven would pass over it, and something else than was asked for would be verified.
     *
     * @throws UnknownName with every property that looks like a flag and is none
     */
    static Flags ofProperties(Map<String, String> properties) {
        String mistyped = properties.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .flatMap(name ->
                        looksLike(name)
                                .map(flag -> "-D" + name + ": unknown flag; did you mean `-D" + flag + "=…`?")
                                .stream())
                .sorted()
                .collect(Collectors.joining("\n"));
        if (!mistyped.isEmpty()) {
            throw new UnknownName(mistyped);
        }
        return of(Path.of(""), properties);
    }

    private static Optional<String> looksLike(String property) {
        String plain = property.toLowerCase(Locale.ROOT);
        if (property.contains(".")) {
            return NAMES.stream()
                            .anyMatch(flag -> flag.contains(".") && group(flag).equals(group(plain)))
                    ? Nearest.to(plain, NAMES)
                            .or(() -> NAMES.stream()
                                    .filter(flag -> group(flag).equals(group(plain)))
                                    .findFirst())
                    : Optional.empty();
        }
        return property.matches("[A-Za-z_-]+")
                ? Nearest.to(plain, NAMES)
                        .or(() -> NAMES.stream().filter(plain::startsWith).findFirst())
                : Optional.empty();
    }

    /** What stands before the first dot: others' properties begin with other words. */
    private static String group(String name) {
        return name.split("\\.", 2)[0];
    }

    /** A blank value is an unset one: a pipeline passes {@code -Denv=$ENV} whether or not it is set. */
    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
