package dev.envproof.probe;

/** A Redis did not answer as asked; the message names the stage, and of the server's own text only the error's code. */
public final class RedisFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    private RedisFailure(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    static RedisFailure refused(String message) {
        return new RedisFailure(message, true);
    }

    static RedisFailure unreached(String message) {
        return new RedisFailure(message, false);
    }

    /** Whether the server itself said no. */
    public boolean isRefusal() {
        return refused;
    }

    /** What it came to, never absent. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
