package dev.envproof.probe;

import dev.envproof.probe.Reply.Stage;
import java.io.IOException;

/** An exchange that ended before its answer did; the text may hold untrusted bytes until it is recorded. */
final class WireFailure extends Exception {
    private static final long serialVersionUID = 1;
    private final Stage stage;

    WireFailure(Stage stage, String why) {
        super(why);
        this.stage = stage;
    }

    /** A failed read or write; past the deadline, the closed socket is only its consequence. */
    static WireFailure of(Stage stage, IOException cause, Deadline deadline) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        WireFailure failure = new WireFailure(stage, deadline.hasPassed() ? deadline.says() : message);
        failure.initCause(cause);
        return failure;
    }

    Stage stage() {
        return stage;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
