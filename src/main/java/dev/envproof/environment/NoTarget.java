package dev.envproof.environment;

/** An environment can't be reached in the way that was asked for; the message says which key or variable to set. */
public final class NoTarget extends RuntimeException {
    public NoTarget(String message) {
        super(message);
    }
}
