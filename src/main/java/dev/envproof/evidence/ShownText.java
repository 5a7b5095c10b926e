package dev.envproof.evidence;

/** Untrusted text as reports show it: visible, on one line, and no longer than is said. */
public final class ShownText {
    private ShownText() {}

    /** The same text once it was shown: showing it again changes nothing. */
    public static String of(String text, int longest) {
        String visible = VisibleText.of(text.length() <= longest ? text : text.substring(0, longest));
        if (text.length() <= longest && visible.length() <= longest) {
            return visible;
        }
        String note = "... (" + text.length() + " characters)";
        int end = Math.max(0, longest - note.length());
        return visible.substring(0, splitsPair(visible, end) ? end - 1 : end) + note;
    }

    private static boolean splitsPair(String text, int end) {
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    }
}
