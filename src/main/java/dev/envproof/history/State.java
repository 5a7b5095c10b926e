package dev.envproof.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest verdict of everything at one time.
 *
 * @param gate the gate's word at that time
 */
public record State(String gate, Map<Spot, String> verdicts) {
    public State {
        verdicts = Map.copyOf(verdicts);
    }

    /** What is different now, in the order in which it was seen; {@code run} is that of now. */
    List<Change> changes(Now now) {
        List<Change> changes = new ArrayList<>();
        now.verdicts().forEach((spot, after) -> {
            String before = verdicts.getOrDefault(spot, spot.isAlert() ? Word.QUIET : Word.UNSEEN);
            if (!before.equals(after)) {
                changes.add(now.change(spot, before, after));
            }
        });
        verdicts.entrySet().stream()
                .filter(known -> known.getValue().equals(Word.RAISED))
                .map(Map.Entry::getKey)
                .filter(spot -> now.run().covers(spot) && !now.verdicts().containsKey(spot))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(spot -> changes.add(now.change(spot, Word.RAISED, Word.QUIET)));
        return changes;
    }

    /** This state with what a run says of the environments that it covered, and nothing of the others. */
    State learned(RunLine run, State latest) {
        Map<Spot, String> newer = new HashMap<>(verdicts);
        latest.verdicts.forEach((spot, verdict) -> {
            if (run.covers(spot)) {
                newer.put(spot, verdict);
            }
        });
        return new State(run.gate(), newer);
    }

    State after(Collection<Change> changes, String gateNow) {
        Map<Spot, String> newer = new HashMap<>(verdicts);
        changes.forEach(change -> newer.put(change.spot(), change.after()));
        return new State(gateNow, newer);
    }
}
