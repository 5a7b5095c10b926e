package dev.envproof.replica;

/** A part of the replica could not start; the message names the part, the cause and what to do. */
public final class ReplicaException extends RuntimeException {
    public ReplicaException(String message, Throwable cause) {
        super(message, cause);
    }

    public ReplicaException(String message) {
        super(message);
    }
}
