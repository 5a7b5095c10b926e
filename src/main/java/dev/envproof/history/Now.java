package dev.envproof.history;

import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one run saw, as a history compares it. */
public record Now(RunLine run, Map<Spot, String> verdicts) {
    public Now {
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
    }

    public static Now of(RunLine run, List<Finding> findings, List<Alert> alerts) {
        Map<Spot, String> verdicts = new LinkedHashMap<>();
        findings.forEach(it -> verdicts.put(new Spot(it.subject(), it.rule()), Word.of(it)));
        alerts.forEach(it -> verdicts.put(spot(it), Word.RAISED));
        return new Now(run, verdicts);
    }

    public static Spot spot(Alert alert) {
        return new Spot(Subject.of(alert.environment()), alert.id());
    }

    /** The same, once these channels know it. */
    public Now told(List<String> channels) {
        return new Now(
                new RunLine(
                        run.time(),
                        run.id(),
                        run.version(),
                        run.environments(),
                        run.gate(),
                        run.tally(),
                        run.deviations(),
                        channels),
                verdicts);
    }

    /** Whether this run asked what an alert is about; of one that was not measured nobody knows whether it is over. */
    boolean measured(Spot alert) {
        return verdicts.keySet().stream()
                .noneMatch(it -> it.subject().equals(alert.subject()) && it.saysNotMeasured(alert));
    }

    Change change(Spot spot, String before, String after) {
        return new Change(run.time(), run.id(), run.version(), spot, before, after);
    }
}
