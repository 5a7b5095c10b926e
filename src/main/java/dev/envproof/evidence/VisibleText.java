package dev.envproof.evidence;

import java.util.regex.Pattern;

/** Untrusted text made harmless for terminals, XML, eyes and CI logs: whatever is invisible is written out. */
public final class VisibleText {
    /** Runners of Azure, TeamCity and GitHub take {@code ##vso[…]} for a command wherever in a line it stands. */
    private static final Pattern LOG_COMMAND = Pattern.compile("##(?=\\w*\\[)");

    private VisibleText() {}

    /** Control bytes as {@code \x1b}; format, private, unpaired and unassigned characters as {@code \}{@code u202e}. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(visible, codePoint));
        return visible.indexOf("##") < 0
                ? visible.toString()
                : LOG_COMMAND.matcher(visible).replaceAll("#\\\\x23");
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
