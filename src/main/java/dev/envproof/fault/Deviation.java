package dev.envproof.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that a replica can be made to show: a deliberate defect, an answer that means no good, or a healthy state that looks like one. */
public sealed interface Deviation permits Fault, Hostility, Harmless {
    /** {@code <family>/<what-is-different>}, as {@code -Dfault=} takes it. */
    String id();

    /** One sentence for a reader of the proof. */
    String says();

    /**
     * What the files declare differently: {@code <file>.<key>.<key>} to a YAML value, where the file is {@code system} or
     * an environment's name.
     */
    default Map<String, String> overlay() {
        return Map.of();
    }

    /** Its row in the catalogue of faults; empty for one that came later. */
    default Optional<String> catalogue() {
        return Optional.empty();
    }

    /** The system on whose replica the proof shows it. */
    default ReferenceSystem system() {
        return ReferenceSystem.JOB_PLATFORM;
    }

    /** Whether only a replica can show it whose parts are containers. */
    default boolean needsContainers() {
        return false;
    }

    /** The id that a constant's name stands for: the first word is its family. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replaceFirst("_", "/").replace('_', '-');
    }

    /** Every fault, then every look-alike. */
    static Stream<Deviation> all() {
        return Stream.of(
                        Fault.values(),
                        Hostility.values(),
                        LookAlike.values(),
                        AddressLookAlike.values(),
                        HostilityLookAlike.values(),
                        ContainerLookAlike.values(),
                        EdgeLookAlike.values(),
                        RedisLookAlike.values(),
                        StoreLookAlike.values(),
                        ParityLookAlike.values(),
                        SecretLookAlike.values())
                .flatMap(Arrays::<Deviation>stream);
    }
}
