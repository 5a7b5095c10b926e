package dev.envproof.report.page;

import java.util.Set;

/** HTML under construction; whatever is put in as text or attribute is made visible and escaped. */
public final class Markup {
    /** A line feed behind these shows nowhere. */
    private static final Set<String> BLOCKS =
            Set.of("dl", "details", "header", "li", "main", "section", "table", "tr", "ul");

    private final StringBuilder html = new StringBuilder(8_192);

    /** @param attributes names and values in turn; names and tags are the caller's own, never a stranger's */
    public Markup open(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int at = 0; at < attributes.length; at += 2) {
            html.append(' ').append(attributes[at]).append("=\"");
            escape(Shown.of(attributes[at + 1]));
            html.append('"');
        }
        html.append('>');
        return this;
    }

    public Markup close(String tag) {
        html.append("</").append(tag).append(BLOCKS.contains(tag) ? ">\n" : ">");
        return this;
    }

    public Markup text(String text) {
        escape(Shown.of(text));
        return this;
    }

    /** An element that holds text alone. */
    public Markup leaf(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** All of it so far, one after the other. */
    public Markup add(Markup more) {
        html.append(more.html);
        return this;
    }

    public int length() {
        return html.length();
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private void escape(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(letter);
            }
        }
    }
}
