package dev.envproof.run;

import java.util.List;

/** A flag that can't be followed; the message names the accepted values. */
public final class BadFlag extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadFlag(String message) {
        super(message);
    }

    static BadFlag unknown(String flag, String value, List<String> known) {
        return new BadFlag("-D" + flag + "=" + value + ": unknown value; known: " + String.join(", ", known));
    }
}
