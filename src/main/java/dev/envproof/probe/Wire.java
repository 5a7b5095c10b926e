package dev.envproof.probe;

/** The client that observes: one request, one deadline around the whole exchange, no retry, no redirect followed. */
public interface Wire {
    /** Never throws for what a target does: a failure is a {@link Reply.NoAnswer} that names its stage. */
    Reply send(Ask ask);
}
