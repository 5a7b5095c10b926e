package dev.envproof.environment;

import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code NAME=value} lines as Compose and the dotenv libraries do: export, comments, quotes over lines, CRLF. */
public final class EnvFile {
    private static final Pattern NAME =
            Pattern.compile("[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*(?:=[ \\t]*|\\z)");
    private static final Pattern COMMENT = Pattern.compile("(^|[ \\t])#.*");

    /**
     * One of them; the text form tells no value.
     *
     * @param value as the program gets it, but for references
     * @param literals where a dollar sign in it stands for itself
     */
    public record Assignment(String name, String value, Set<Integer> literals, Place place) {
        public Assignment {
            literals = Set.copyOf(literals);
        }

        Assignment(String name, EnvValue value, Place place) {
            this(name, value.text(), value.literals(), place);
        }

        /** Whether the dollar sign there may begin a reference: not in single quotes, and not behind a backslash. */
        public boolean mayRefer(int at) {
            return !literals.contains(at);
        }

        @Override
        public String toString() {
            return name + " at " + place;
        }
    }

    private final String file;
    private final String text;
    private final Problems problems;
    private final List<Assignment> assignments = new ArrayList<>();
    private int at;
    private int line = 1;

    private EnvFile(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /** What the file sets, in its order; the problems say what could not be read, and quote nothing. */
    public static List<Assignment> read(Path file, Problems problems) {
        return TextFile.read(file, "an env file", problems)
                .map(text -> new EnvFile(TextFile.shown(file), text, problems).assignments())
                .orElse(List.of());
    }

    private List<Assignment> assignments() {
        boolean goesOn = true;
        while (goesOn && at < text.length()) {
            String whole = text.substring(at, endOfLine()).stripTrailing();
            if (whole.isBlank() || whole.stripLeading().startsWith("#")) {
                skipTo(endOfLine() + 1);
            } else {
                goesOn = assignment(whole);
            }
        }
        return List.copyOf(assignments);
    }

    private boolean assignment(String whole) {
        Matcher name = NAME.matcher(whole);
        if (!name.lookingAt()) {
            return refuse(
                    new Place(file, line, 1), "neither a comment nor NAME=value", "NAME=value, in quotes if longer");
        }
        Place place = new Place(file, line, name.start(1) + 1);
        String rest = whole.substring(name.end());
        if (rest.isEmpty() || "\"'`".indexOf(rest.charAt(0)) < 0) {
            String plain = COMMENT.matcher(rest).replaceFirst("").strip();
            assignments.add(new Assignment(name.group(1), EnvValue.of(' ', plain), place));
            skipTo(endOfLine() + 1);
            return true;
        }
        int begun = at + name.end();
        int end = endOfQuoted(begun);
        if (end == text.length()) {
            return refuse(
                    new Place(file, line, name.end() + 1), "a quote that is not closed", "the same quote at the end");
        }
        EnvValue value = EnvValue.of(text.charAt(begun), text.substring(begun + 1, end));
        assignments.add(new Assignment(name.group(1), value, place));
        skipTo(end);
        skipTo(endOfLine() + 1);
        return true;
    }

    private boolean refuse(Place place, String seen, String accepted) {
        problems.add(place, "", seen, accepted);
        return false;
    }

    private int endOfQuoted(int begun) {
        char quote = text.charAt(begun);
        int end = begun + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            boolean isEscaped = text.charAt(end) == '\\' && quote == '"';
            end = Math.min(text.length(), end + (isEscaped ? 2 : 1));
        }
        return end;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void skipTo(int index) {
        for (; at < Math.min(index, text.length()); at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }
}
