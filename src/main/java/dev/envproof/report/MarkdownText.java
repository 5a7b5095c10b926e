package dev.envproof.report;

import java.util.regex.Pattern;

/** A line of text for a page of Markdown (CommonMark, and what GitHub adds): no mark-up, no link, no mention. */
final class MarkdownText {
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[|~$]");
    /** What begins a heading, a quotation, a list or a rule where it stands first. */
    private static final Pattern FIRST = Pattern.compile("^(\\d+(?=[.)])|(?=[#>+=-]))");

    private static final Pattern MENTION = Pattern.compile("(?<!\\w)@(?=\\w)");
    private static final Pattern WEB = Pattern.compile("(?i)www(?=\\.)");

    private MarkdownText() {}

    static String of(String text) {
        String marked = MARKS.matcher(text).replaceAll("\\\\$0");
        String begun = FIRST.matcher(marked).replaceFirst("$1\\\\");
        String told = MENTION.matcher(begun).replaceAll("(at)");
        return WEB.matcher(told)
                .replaceAll("$0\\\\")
                .replace("://", ":\\//")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }
}
