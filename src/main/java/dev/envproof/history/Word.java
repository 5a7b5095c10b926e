package dev.envproof.history;

import dev.envproof.suite.Finding;
import java.util.List;

/** The verdicts as histories write them. */
public final class Word {
    public static final String HELD = "held";
    public static final String BROKEN = "broken";
    public static final String INCONCLUSIVE = "inconclusive";
    /** Broken, and a waiver covers it. */
    public static final String WAIVED = "waived";
    /** Before the first run that judged it. */
    public static final String UNSEEN = "unseen";
    /** An alert that is on. */
    public static final String RAISED = "raised";
    /** An alert that is off. */
    public static final String QUIET = "quiet";

    static final List<String> WORST_FIRST = List.of(BROKEN, RAISED, INCONCLUSIVE, WAIVED, UNSEEN, HELD, QUIET);

    private Word() {}

    public static String of(Finding finding) {
        if (finding.isBroken()) {
            return finding.waiver().isPresent() ? WAIVED : BROKEN;
        }
        return finding.isHeld() ? HELD : INCONCLUSIVE;
    }
}
