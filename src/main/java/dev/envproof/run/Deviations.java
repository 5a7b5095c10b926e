package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.environment.UnknownName;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.ReferenceSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults and look-alikes that {@code -Dfault} names. */
public final class Deviations {
    private static final List<Deviation> ALL = Deviation.all().toList();
    private static final Choice FLAG =
            new Choice("-Dfault", "fault", ALL.stream().map(Deviation::id).toList());

    private Deviations() {}

    /**
     * Those that each system's replica shows, by the system's name.
     *
     * @throws UnknownName for an id that is none, or that no replica of these systems shows
     */
    static Map<String, Set<Deviation>> of(Optional<String> commaList, List<String> systems) {
        Map<String, Set<Deviation>> shown = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        for (Deviation deviation : of(commaList)) {
            Optional<String> by = systems.stream()
                    .filter(name -> isShownBy(deviation, name, systems.size()))
                    .findFirst();
            by.ifPresent(name ->
                    shown.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(deviation));
            if (by.isEmpty()) {
                complaints.add("-Dfault=" + deviation.id() + ": the replica of "
                        + deviation.system().folder() + " shows it, and no other; add -Dsystem="
                        + deviation.system().folder());
            }
        }
        if (!complaints.isEmpty()) {
            throw new UnknownName(String.join("\n", complaints));
        }
        return shown;
    }

    /** A system that the proof knows nothing about may have the part; {@link FaultsFound} tells where it has not. */
    private static boolean isShownBy(Deviation deviation, String system, int systems) {
        boolean isReference = Arrays.stream(ReferenceSystem.values())
                .anyMatch(it -> it.folder().equals(system));
        return deviation.system().folder().equals(system) || !isReference && systems == 1;
    }

    /** @throws UnknownName for an id that is none */
    private static Set<Deviation> of(Optional<String> commaList) {
        Set<Deviation> found = new LinkedHashSet<>();
        List<String> ids = commaList.map(FLAG::of).orElse(List.of());
        ALL.stream().filter(deviation -> ids.contains(deviation.id())).forEach(found::add);
        return found;
    }
}
