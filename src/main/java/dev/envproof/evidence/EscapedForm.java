package dev.envproof.evidence;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A value as it is, or with any of its characters escaped as URLs (RFC 3986, and {@code +} for a blank), JSON (RFC 8259)
 * or XML do; encoders differ in what they escape, so each character is free to be escaped or not.
 */
record EscapedForm(String value) implements SecretForms.Form {
    private static final HexFormat HEX = HexFormat.of();
    private static final Map<String, Integer> ENTITIES =
            Map.of("&amp;", (int) '&', "&lt;", (int) '<', "&gt;", (int) '>', "&quot;", (int) '"', "&apos;", (int) '\'');
    private static final Map<Character, Character> SHORT_ESCAPES =
            Map.of('n', '\n', 'r', '\r', 't', '\t', 'b', '\b', 'f', '\f');

    @Override
    public Set<Character> firstCharacters() {
        Set<Character> first = new HashSet<>(Set.of('%', '\\', '&'));
        first.add(value.charAt(0));
        if (value.charAt(0) == ' ') {
            first.add('+');
        }
        return first;
    }

    /** Whether a text's character may begin what stands for another one. */
    static boolean mayBeginEscape(char character) {
        return character == '%' || character == '\\' || character == '&' || character == '+';
    }

    @Override
    public Stream<String> plainBeginnings(int characters) {
        return Stream.of(value.substring(0, Math.min(characters, value.length())));
    }

    @Override
    public int lengthAt(String text, int at) {
        if (text.startsWith(value, at)) {
            return value.length();
        }
        return mayBeEscaped(text, at) ? escapedLengthAt(text, at) : 0;
    }

    /** Whether an escape begins before the text differs from the value; spares most places the longer look. */
    private boolean mayBeEscaped(String text, int at) {
        int longest = Math.min(value.length(), text.length() - at);
        for (int index = 0; index < longest; index++) {
            char next = text.charAt(at + index);
            if (mayBeginEscape(next)) {
                return next == value.charAt(index) || escapeAt(text, at + index, value.codePointAt(index)) > 0;
            }
            if (next != value.charAt(index)) {
                return false;
            }
        }
        return false;
    }

    /** Follows every reading at once: a backslash may be itself, or begin an escape of what comes next. */
    private int escapedLengthAt(String text, int at) {
        BitSet reached = new BitSet();
        reached.set(0);
        for (int index = 0; index < value.length(); index += Character.charCount(value.codePointAt(index))) {
            BitSet further = new BitSet();
            for (int offset = reached.nextSetBit(0); offset >= 0; offset = reached.nextSetBit(offset + 1)) {
                if (at + offset < text.length()) {
                    addSteps(further, text, at, offset, value.codePointAt(index));
                }
            }
            if (further.isEmpty()) {
                return 0;
            }
            reached = further;
        }
        return reached.length() - 1;
    }

    private static void addSteps(BitSet further, String text, int at, int offset, int codePoint) {
        if (text.codePointAt(at + offset) == codePoint) {
            further.set(offset + Character.charCount(codePoint));
        }
        int escaped = escapeAt(text, at + offset, codePoint);
        if (escaped > 0) {
            further.set(offset + escaped);
        }
    }

    /** How many characters of the text are an escape of this code point; zero where none is here. */
    private static int escapeAt(String text, int position, int codePoint) {
        return switch (text.charAt(position)) {
            case '%' -> percentStep(text, position, codePoint);
            case '\\' -> backslashStep(text, position, codePoint);
            case '&' -> entityStep(text, position, codePoint);
            case '+' -> codePoint == ' ' ? 1 : 0;
            default -> 0;
        };
    }

    private static int percentStep(String text, int position, int codePoint) {
        if (codePoint < 0x80) {
            return position + 2 < text.length()
                            && Character.digit(text.charAt(position + 1), 16) == codePoint >> 4
                            && Character.digit(text.charAt(position + 2), 16) == (codePoint & 0xF)
                    ? 3
                    : 0;
        }
        String character = Character.toString(codePoint);
        int step = matching(text, position, percent(character, StandardCharsets.UTF_8));
        return step > 0 || codePoint > 0xFF
                ? step
                : matching(text, position, percent(character, StandardCharsets.ISO_8859_1));
    }

    private static String percent(String character, Charset charset) {
        return HEX.withPrefix("%").formatHex(character.getBytes(charset));
    }

    private static int backslashStep(String text, int position, int codePoint) {
        StringBuilder unicode = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            unicode.append("\\u").append(HEX.toHexDigits(unit));
        }
        int step = matching(text, position, unicode.toString());
        if (step == 0 && codePoint <= 0xFF) {
            step = matching(text, position, "\\x" + HEX.toHexDigits((byte) codePoint));
        }
        return step > 0 || position + 1 >= text.length() ? step : shortStep(text.charAt(position + 1), codePoint);
    }

    private static int shortStep(char letter, int codePoint) {
        char meant = SHORT_ESCAPES.getOrDefault(letter, Character.isLetterOrDigit(letter) ? '\0' : letter);
        return meant != '\0' && meant == codePoint ? 2 : 0;
    }

    private static int entityStep(String text, int position, int codePoint) {
        int end = text.indexOf(';', position);
        if (end < 0 || end - position > 9) {
            return 0;
        }
        String entity = text.substring(position, end + 1);
        return ENTITIES.getOrDefault(entity, numeric(entity)) == codePoint ? entity.length() : 0;
    }

    private static int numeric(String entity) {
        String digits = entity.substring(1, entity.length() - 1);
        try {
            if (digits.startsWith("#x") || digits.startsWith("#X")) {
                return Integer.parseInt(digits.substring(2), 16);
            }
            return digits.startsWith("#") ? Integer.parseInt(digits.substring(1)) : -1;
        } catch (NumberFormatException notNumeric) {
            return -1;
        }
    }

    private static int matching(String text, int position, String escape) {
        return text.regionMatches(true, position, escape, 0, escape.length()) ? escape.length() : 0;
    }
}
