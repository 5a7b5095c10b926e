package dev.envproof.proof;

import dev.envproof.fault.Deviation;
import dev.envproof.fault.Harmless;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a proof shows in a row: a fault, and then a look-alike, over which everything must be green as without the fault; or
 * one of them by itself.
 */
public record Turn(Deviation first, Optional<Harmless> then) {

    /** Every deviation once, faults and look-alikes in turn as far as both last. */
    public static List<Turn> of(List<Deviation> deviations) {
        List<Deviation> faults =
                deviations.stream().filter(it -> !(it instanceof Harmless)).toList();
        List<Harmless> lookAlikes = deviations.stream()
                .filter(Harmless.class::isInstance)
                .map(Harmless.class::cast)
                .toList();
        int both = Math.min(faults.size(), lookAlikes.size());
        List<Turn> turns = new ArrayList<>();
        for (int at = 0; at < both; at++) {
            turns.add(new Turn(faults.get(at), Optional.of(lookAlikes.get(at))));
        }
        Stream.<Deviation>concat(faults.stream().skip(both), lookAlikes.stream().skip(both))
                .forEach(alone -> turns.add(new Turn(alone, Optional.empty())));
        return List.copyOf(turns);
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(first), then.stream()).map(Deviation::id).collect(Collectors.joining(", then "));
    }
}
