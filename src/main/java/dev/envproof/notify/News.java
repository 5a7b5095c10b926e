package dev.envproof.notify;

import dev.envproof.evidence.Redaction;
import dev.envproof.evidence.VisibleText;
import dev.envproof.history.Change;
import dev.envproof.history.Now;
import dev.envproof.history.Spot;
import dev.envproof.report.Outcome;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What one channel is told about a run.
 *
 * @param gateKnown the gate's word over the same environments as the channel knows it; empty where it knows none
 */
record News(Outcome outcome, Now now, List<Change> changes, Optional<String> gateKnown, Redaction redaction) {
    /** A message holds no more changes than this; the reports hold all. */
    static final int MOST = 20;

    private static final int LONGEST = 300;

    News {
        changes = List.copyOf(changes);
    }

    boolean isEmpty() {
        return changes.isEmpty() && !tellsGate();
    }

    /** A gate that nobody was told of counts as open. */
    private boolean tellsGate() {
        return gateBefore().isPresent()
                || (gateKnown.isEmpty() && !outcome.gate().isOpen());
    }

    /** The word that the channel knows, where it is another one now. */
    Optional<String> gateBefore() {
        return gateKnown.filter(word -> !word.equals(outcome.gate().word()));
    }

    /** Such as {@code 2 changes}. */
    String count() {
        return changes.isEmpty() ? "the gate's word" : changes.size() == 1 ? "1 change" : changes.size() + " changes";
    }

    List<Change> first() {
        return changes.subList(0, Math.min(MOST, changes.size()));
    }

    int more() {
        return changes.size() - first().size();
    }

    Optional<Finding> finding(Spot spot) {
        return outcome.findings().findings().stream()
                .filter(finding -> new Spot(finding.subject(), finding.rule()).equals(spot))
                .findFirst();
    }

    Optional<Alert> alert(Spot spot) {
        return outcome.watch().alerts().stream()
                .filter(alert -> Now.spot(alert).equals(spot))
                .findFirst();
    }

    /** What changed in one line: {@code staging: a browser on a foreign origin is refused}. */
    String sentence(Change change) {
        Spot spot = change.spot();
        return safe(alert(spot)
                .map(Alert::text)
                .or(() ->
                        finding(spot).map(it -> it.subject() + ": " + it.card().says()))
                .orElseGet(spot::toString));
    }

    /** A text without secrets, control bytes or floods. */
    String safe(String text) {
        return VisibleText.of(redaction.redact(text, LONGEST)) + (text.length() > LONGEST ? "..." : "");
    }
}
