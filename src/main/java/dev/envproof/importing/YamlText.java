package dev.envproof.importing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML line by line, with comments. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/_][A-Za-z0-9/._-]*");
    private static final Set<String> NOT_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    private final StringBuilder text = new StringBuilder();

    YamlText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** A line with a comment behind it, where there is something to say. */
    YamlText line(String line, String comment) {
        return line(comment.isEmpty() ? line : line + " # " + oneLine(comment));
    }

    YamlText comment(String comment) {
        return line("# " + oneLine(comment));
    }

    YamlText gap() {
        return line("");
    }

    YamlText untold(List<Note> notes) {
        if (notes.isEmpty()) {
            return this;
        }
        gap().comment("Could not be told, or only taken for what it seems:");
        notes.forEach(note -> comment("- " + note.text()));
        return this;
    }

    static String value(String value) {
        boolean isPlain =
                PLAIN.matcher(value).matches() && !NOT_TEXT.contains(value.toLowerCase(java.util.Locale.ROOT));
        return isPlain
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "$${") + '"';
    }

    static String list(Collection<String> values) {
        return values.stream().map(YamlText::value).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String oneLine(String comment) {
        return UNPRINTABLE.matcher(comment).replaceAll("?");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
