package dev.envproof.evidence;

import java.util.ArrayList;
import java.util.List;

/** A command that a reader may paste into a shell, each word quoted and free of secrets. */
public record CommandLine(Redaction redaction, List<String> words, boolean isCut) {
    private static final int LONGEST = 2_000;

    public CommandLine {
        words = List.copyOf(words);
    }

    public static CommandLine of(String program, Redaction redaction) {
        return new CommandLine(redaction, List.of(program), false);
    }

    public CommandLine with(String word) {
        List<String> more = new ArrayList<>(words);
        more.add(ShellWord.of(word, redaction, LONGEST));
        return new CommandLine(redaction, more, isCut || word.length() > LONGEST);
    }

    /** The whole line; it says so where a word was too long to be shown. */
    public String text() {
        return String.join(" ", words) + (isCut ? " # longer words are cut here" : "");
    }
}
