package dev.envproof.environment.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The form that a text must have.
 *
 * @param accepted the form in words, for error texts
 * @param complaint what is wrong with a text, in words that do not quote it unless it may be shown
 */
public record Form(String accepted, Function<Text, Optional<String>> complaint) {
    /** In characters; java.util.regex recurses over alternatives, so that a longer text can end the stack. */
    private static final int LONGEST = 1_000;

    /** What is longer, or has other characters, may be a secret in the wrong place. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._/-]{1,32}");

    /**
     * A text to be judged.
     *
     * @param value what it says
     * @param mayBeShown whether the value stands in the file as it is; a variable's value is never shown
     */
    public record Text(String value, boolean mayBeShown) {}

    /** A text that matches a pattern as a whole; it is not quoted, for it may be a secret in the wrong place. */
    public static Form matching(String what, String accepted, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return checking(
                accepted,
                value -> value.length() <= LONGEST && compiled.matcher(value).matches()
                        ? Optional.empty()
                        : Optional.of("not " + what));
    }

    public static Form checking(String accepted, Function<String, Optional<String>> complaint) {
        return new Form(accepted, text -> complaint.apply(text.value()));
    }

    /** Whether a text has this form. */
    public boolean fits(String text) {
        return complaint.apply(new Text(text, true)).isEmpty();
    }

    /** A name that is declared elsewhere, or one of a few words. */
    public static Form oneOf(String what, Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        String accepted = sorted.isEmpty() ? "none is declared" : String.join(", ", sorted);
        return new Form(
                accepted,
                text -> known.contains(text.value()) ? Optional.empty() : Optional.of(unknown(what, text, sorted)));
    }

    private static String unknown(String what, Text text, List<String> known) {
        return text.mayBeShown() && WORD.matcher(text.value()).matches()
                ? "unknown " + what + " `" + KeyPath.shown(text.value()) + "`" + Nearest.question(text.value(), known)
                : "unknown " + what;
    }
}
