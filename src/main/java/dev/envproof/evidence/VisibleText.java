package dev.envproof.evidence;

/** Untrusted text made harmless for terminals, XML and eyes: whatever is invisible is written out. */
public final class VisibleText {
    private VisibleText() {}

    /** Control bytes as {@code \x1b}; format, private, unpaired and unassigned characters as {@code \}{@code u202e}. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(visible, codePoint));
        return visible.toString();
    }

    private static void append(StringBuilder visible, int codePoint) {
        switch (codePoint) {
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                if (isVisible(codePoint)) {
                    visible.appendCodePoint(codePoint);
                } else if (codePoint <= 0xFF) {
                    visible.append(String.format("\\x%02x", codePoint));
                } else {
                    visible.append(String.format("\\u%04x", codePoint));
                }
            }
        }
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
