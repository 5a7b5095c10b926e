package dev.envproof.probe.inspect;

/** The engine could not be asked; the message names the stage. */
final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineFailure(String message) {
        super(message);
    }
}
