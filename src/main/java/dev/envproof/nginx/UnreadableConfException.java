package dev.envproof.nginx;

/** A configuration that can't be read, as nginx would not start with it; the message begins with the place. */
public final class UnreadableConfException extends Exception {
    public UnreadableConfException(String place, String problem) {
        super(place + ": " + problem);
    }
}
