package dev.envproof.history;

import java.time.Instant;
import java.util.List;

/** All that a run judged for the first time and that held: one line, for a line each would drown the changes. */
record FirstHeld(Instant time, String run, String version, List<Spot> spots) implements Line {
    FirstHeld {
        spots = List.copyOf(spots);
    }
}
