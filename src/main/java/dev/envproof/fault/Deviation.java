package dev.envproof.fault;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Something that a replica can be made to show: a deliberate defect, or a healthy state that looks like one. */
public sealed interface Deviation permits Fault, Harmless {
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

    /** Whether only a replica can show it whose parts are containers. */
    default boolean needsContainers() {
        return false;
    }

    /** Every fault, then every look-alike. */
    static Stream<Deviation> all() {
        return Stream.of(Fault.values(), LookAlike.values(), ContainerLookAlike.values())
                .flatMap(Arrays::<Deviation>stream);
    }
}
