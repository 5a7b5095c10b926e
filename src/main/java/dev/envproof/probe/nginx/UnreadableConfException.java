package dev.envproof.probe.nginx;

/** A configuration that can't be read, as nginx would not start with it; the message begins with the place. */
final class UnreadableConfException extends Exception {
    UnreadableConfException(String place, String problem) {
        super(place + ": " + problem);
    }
}
