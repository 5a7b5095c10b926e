package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/** What a Docker engine answers when it can't do something, in the words of those who have to mend it. */
final class EngineFailure {
    private static final int LONGEST_REASON = 200;
    /** Which exception it is tells a user nothing. */
    private static final Pattern CLASS = Pattern.compile("^(?:[a-z]\\w*\\.)+[A-Z]\\w*: ");

    private EngineFailure() {}

    static ReplicaException of(String what, Throwable failure) {
        String reason = reason(failure);
        return new ReplicaException(what + ": " + reason + remedy(reason), failure);
    }

    static Throwable cause(Throwable failure) {
        boolean isWrapped = failure instanceof CompletionException || failure instanceof ExecutionException;
        return isWrapped && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Its first line, not too long: engines answer with whole pages. */
    static String reason(Throwable failure) {
        Throwable cause = cause(failure);
        String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String line = text.isBlank() || text.equals("null") ? cause.getClass().getSimpleName() : text;
        String reason = CLASS.matcher(line).replaceFirst("");
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    static boolean isPortTaken(ReplicaException failure) {
        return isPortTaken(String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT));
    }

    private static boolean isPortTaken(String reason) {
        return reason.contains("address already in use") || reason.contains("port is already allocated");
    }

    private static String remedy(String reason) {
        String told = reason.toLowerCase(Locale.ROOT);
        if (told.contains("no space left")) {
            return "\n  free space where the engine keeps its data (`docker system df` tells what uses it)";
        }
        if (told.contains("no such image")) {
            return "\n  pull or build it, or name another (docs/docker.md)";
        }
        if (isPortTaken(told)) {
            return "\n  free the port";
        }
        if (told.contains("connection refused")
                || told.contains("no such file")
                || told.contains("broken pipe")
                || told.contains("connection reset")) {
            return "\n  the engine has gone away: start it and run again";
        }
        return "";
    }
}
