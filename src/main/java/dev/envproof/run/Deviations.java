package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.fault.Deviation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults and look-alikes that {@code -Dfault} names. */
public final class Deviations {
    private static final List<Deviation> ALL = Deviation.all().toList();
    private static final Choice FLAG =
            new Choice("-Dfault", "fault", ALL.stream().map(Deviation::id).toList());

    private Deviations() {}

    /** @throws dev.envproof.environment.UnknownName for an id that is none */
    public static Set<Deviation> of(Optional<String> commaList) {
        Set<Deviation> found = new LinkedHashSet<>();
        List<String> ids = commaList.map(FLAG::of).orElse(List.of());
        ALL.stream().filter(deviation -> ids.contains(deviation.id())).forEach(found::add);
        return found;
    }
}
