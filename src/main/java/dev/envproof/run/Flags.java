package dev.envproof.run;

import dev.envproof.environment.Environment.ReplicaChoice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param folder where {@code environments/}, {@code suites/} and {@code reports/} are
 * @param environments names to verify; empty means every one
 * @param where forces a replica or the declared URL; empty follows each file
 * @param faults ids of deviations that the replica starts with
 * @param version the deployed version to wait for
 */
public record Flags(
        Path folder,
        String system,
        List<String> environments,
        String suite,
        Optional<Where> where,
        ReplicaChoice replica,
        List<String> faults,
        Optional<String> version) {

    /** A target that is asked for by name. */
    public enum Where {
        REPLICA,
        REMOTE
    }

    /** Names of every flag, as the command line has them. */
    public static final List<String> NAMES =
            List.of("env", "system", "suite", "target", "replica", "fault", "expect.version");

    /** @throws BadFlag where a value is none of the accepted ones */
    public static Flags of(Path folder, Map<String, String> values) {
        return new Flags(
                folder,
                value(values, "system").orElse("job-platform"),
                list(values, "env"),
                value(values, "suite").orElse("full"),
                value(values, "target").map(text -> oneOf(Where.class, "target", text)),
                value(values, "replica")
                        .map(text -> oneOf(ReplicaChoice.class, "replica", text))
                        .orElse(ReplicaChoice.AUTO),
                list(values, "fault"),
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

    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<String> list(Map<String, String> values, String name) {
        return value(values, name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String name, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> BadFlag.unknown(
                        name,
                        text,
                        Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
