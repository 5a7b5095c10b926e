package dev.envproof.environment;

/** A flag names something that is not there; the message gives the known names. */
public final class UnknownName extends RuntimeException {
    public UnknownName(String message) {
        super(message);
    }
}
