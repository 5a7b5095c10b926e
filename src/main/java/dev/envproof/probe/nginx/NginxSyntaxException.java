package dev.envproof.probe.nginx;

/** A configuration that nginx would not start with; the message names the line and what was expected. */
final class NginxSyntaxException extends Exception {
    NginxSyntaxException(int line, String problem) {
        super("line " + line + ": " + problem);
    }
}
