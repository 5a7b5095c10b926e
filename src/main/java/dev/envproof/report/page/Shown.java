package dev.envproof.report.page;

import dev.envproof.evidence.VisibleText;

/** Text as a page shows it: what is invisible is written out, what is too long is cut and says so. */
public final class Shown {
    private Shown() {}

    /** One line or several; line feeds stay. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        int begin = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            shown.append(VisibleText.of(text.substring(begin, end))).append('\n');
            begin = end + 1;
        }
        return shown.append(VisibleText.of(text.substring(begin))).toString();
    }

    /** The same, of at most so many characters. */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return of(text);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return of(text.substring(0, end)) + "\u2026 (" + (text.length() - end) + " more characters)";
    }

    /** Nearly all text is; asking costs less than writing it anew. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if ((letter < ' ' && letter != '\n') || letter > '~') {
                return false;
            }
        }
        return true;
    }
}
