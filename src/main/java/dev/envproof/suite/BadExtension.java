package dev.envproof.suite;

/** A rule or probe of another project can't be used; the message names its class and what is accepted. */
public final class BadExtension extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadExtension(String message) {
        super(message);
    }
}
