package dev.envproof.cli;

import dev.envproof.cli.Difference.Kind;
import dev.envproof.cli.RecordedFindings.Recorded;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What differs between two sets of findings.
 *
 * @param changes by kind, worst first; a kind without any is left out
 * @param same how many verdicts are the same on both sides
 * @param goneIsWorse of two runs: nobody looks there now; of two environments it may not apply to one of them
 */
record Comparison(Map<Kind, List<Difference>> changes, long same, boolean goneIsWorse) {

    static Comparison ofRuns(RecordedFindings before, RecordedFindings after) {
        return between(before, after, true);
    }

    static Comparison ofEnvironments(RecordedFindings reference, RecordedFindings environment) {
        return between(reference, environment, false);
    }

    private static Comparison between(RecordedFindings before, RecordedFindings after, boolean goneIsWorse) {
        TreeSet<String> keys = new TreeSet<>(before.findings().keySet());
        keys.addAll(after.findings().keySet());
        Map<Kind, List<Difference>> changes = new EnumMap<>(Kind.class);
        long same = 0;
        for (String key : keys) {
            Optional<Recorded> then = Optional.ofNullable(before.findings().get(key));
            Optional<Recorded> now = Optional.ofNullable(after.findings().get(key));
            if (then.map(Recorded::verdict).equals(now.map(Recorded::verdict))) {
                same++;
            } else {
                Difference change = change(then, now);
                changes.computeIfAbsent(change.kind(), kind -> new ArrayList<>())
                        .add(change);
            }
        }
        return new Comparison(changes, same, goneIsWorse);
    }

    private static Difference change(Optional<Recorded> then, Optional<Recorded> now) {
        Recorded either = now.or(() -> then).orElseThrow();
        return new Difference(
                either.rule(),
                either.subject(),
                then.map(Recorded::verdict),
                now.map(Recorded::verdict),
                now.map(Recorded::detail).orElse(""));
    }

    boolean gotWorse() {
        return goneIsWorse && changes.containsKey(Kind.GONE)
                || changes.values().stream().flatMap(List::stream).anyMatch(Difference::isWorse);
    }

    /** The last line. */
    String summary() {
        long changed = changes.values().stream().mapToLong(List::size).sum();
        return same + " the same, " + changed + " changed: "
                + (gotWorse() ? "something got worse" : "nothing got worse");
    }
}
