package dev.envproof.run;

/** The expected version was not there in time; the message says which version was. The gate stays closed. */
public final class VersionNeverAnswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VersionNeverAnswered(String message) {
        super(message);
    }
}
