package dev.envproof.run;

/** What a run waited for did not come in time; the message says what was seen last. It closes the gate. */
final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReady(String message) {
        super(message);
    }
}
