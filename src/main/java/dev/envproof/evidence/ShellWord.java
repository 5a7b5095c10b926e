package dev.envproof.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One word of a command line that a reader may paste: quoted for a POSIX shell, secrets as variables. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private ShellWord() {}

    /**
     * Quotes a text; each known secret becomes {@code "$NAME"}.
     *
     * @param longest how many characters of it are kept; the rest would not help a reader
     */
    public static String of(String text, Redaction redaction, int longest) {
        List<Redaction.Piece> pieces = redaction.pieces(text, longest);
        String word = pieces.stream().map(ShellWord::piece).collect(Collectors.joining());
        return word.isEmpty() ? "''" : word;
    }

    private static String piece(Redaction.Piece piece) {
        if (piece.isSecret()) {
            return "\"$"
                    + piece.variable()
                            .filter(name -> NAME.matcher(name).matches())
                            .orElse("SECRET") + '"';
        }
        return quoted(piece.text());
    }

    private static String quoted(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return PRINTABLE.matcher(text).matches() ? "'" + text.replace("'", "'\\''") + "'" : escaped(text);
    }

    /** {@code $'…'} (POSIX 2024, 2.2.4): the only quoting that shows control bytes; octal, as it ends by itself. */
    private static String escaped(String text) {
        StringBuilder word = new StringBuilder("$'");
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = part >= ' ' && part < 0x7f && part != '\'' && part != '\\';
            word.append(isPlain ? Character.toString(part) : String.format("\\%03o", part));
        }
        return word.append('\'').toString();
    }
}
