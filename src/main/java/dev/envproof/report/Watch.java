package dev.envproof.report;

import dev.envproof.evidence.ShownText;
import dev.envproof.history.Past;
import dev.envproof.suite.Alert;
import java.util.List;

/**
 * What a run knows beyond its findings; none of it moves the gate.
 *
 * @param past what the runs of this series saw, this one the last of them
 * @param notes what was wrong with the history or a notification, a sentence each
 */
public record Watch(List<Alert> alerts, Past past, List<Delivery> deliveries, List<String> notes) {
    private static final int LONGEST = 1_000;
    public static final Watch NONE = new Watch(List.of(), Past.EMPTY, List.of(), List.of());

    public Watch {
        alerts = List.copyOf(alerts);
        deliveries = List.copyOf(deliveries);
        notes = notes.stream().map(note -> ShownText.of(note, LONGEST)).toList();
    }
}
