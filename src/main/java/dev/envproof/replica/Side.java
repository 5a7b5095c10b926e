package dev.envproof.replica;

/** From where an address is meant: parts of a replica may know each other by other addresses than a run does. */
public enum Side {
    /** As the run, its probes and its readers reach it. */
    OUTSIDE,
    /** As the other parts of the replica reach it. */
    INSIDE
}
