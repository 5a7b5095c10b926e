package dev.envproof.report.page;

/** How many bytes a part of the page may still take; what does not fit is left out, and counted by who asks. */
public final class Budget {
    private static final int ESCAPED = 6;
    private long left;

    public Budget(long bytes) {
        this.left = bytes;
    }

    /** Takes so many bytes, where they are there. */
    public boolean takes(long bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }

    /** The bytes of a text, escaped as it must be at worst. */
    public static long bytes(String text) {
        long bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            bytes += letter >= 'a' && letter <= 'z' ? 1 : letter > '~' ? 3 : isEscaped(letter) ? ESCAPED : 1;
        }
        return bytes;
    }

    private static boolean isEscaped(char letter) {
        return letter < ' ' || letter == '<' || letter == '>' || letter == '&' || letter == '"' || letter == '\\';
    }
}
