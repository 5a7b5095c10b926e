package dev.envproof.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The newest verdict of everything at one time.
 *
 * @param gates the gate's newest word, for each set of environments that runs were of: one of staging alone says
 *     nothing of the gate over all
 */
record State(Map<Set<String>, String> gates, Map<Spot, String> verdicts) {
    State {
        gates = Map.copyOf(gates);
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
                .filter(spot -> now.run().covers(spot) && !now.verdicts().containsKey(spot) && now.measured(spot))
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
        return new State(gatesAfter(run), newer);
    }

    State after(Collection<Change> changes, RunLine run) {
        Map<Spot, String> newer = new HashMap<>(verdicts);
        changes.forEach(change -> newer.put(change.spot(), change.after()));
        return new State(gatesAfter(run), newer);
    }

    /** Empty where no run was of just these environments. */
    Optional<String> gate(Collection<String> environments) {
        return Optional.ofNullable(gates.get(Set.copyOf(environments)));
    }

    private Map<Set<String>, String> gatesAfter(RunLine run) {
        Map<Set<String>, String> newer = new HashMap<>(gates);
        newer.put(Set.copyOf(run.environments()), run.gate());
        return newer;
    }
}
