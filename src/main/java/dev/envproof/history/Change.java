package dev.envproof.history;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something has another verdict than in the run before.
 *
 * @param run the id of the run that saw it
 */
public record Change(Instant time, String run, String version, Spot spot, String before, String after) implements Line {
    /** Of equals, in the order in which they were seen. */
    static final Comparator<Change> WORST_FIRST =
            Comparator.comparingInt(change -> Word.WORST_FIRST.indexOf(change.after()));

    /** Whether it got worse, or was so when it was first seen. */
    public boolean isBad() {
        return after.equals(Word.BROKEN) || after.equals(Word.INCONCLUSIVE) || after.equals(Word.RAISED);
    }

    boolean isFirst() {
        return before.equals(Word.UNSEEN);
    }
}
