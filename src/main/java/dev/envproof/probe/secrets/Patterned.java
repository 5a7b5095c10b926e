package dev.envproof.probe.secrets;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts the characters of a value that nothing before them predicts; entropy alone takes {@code 1234…} for random. */
final class Patterned {
    private static final int FEWEST_FRESH = 8;
    private static final int MOST_FRESH_OF_REPEATED = 12;
    private static final int SHORTEST = 6;
    private static final int SHORTEST_RUN = 3;
    private static final int SHORTEST_REPEAT = 4;
    private static final int WIDEST_STEP = 2;
    private static final int FEW_DISTINCT = 4;
    private static final int LONG = 12;
    private static final int LONGEST = 256;
    private static final Pattern DATE = Pattern.compile("(?:(?:19|20)\\d\\d[-/._]?(?:0[1-9]|1[0-2])[-/._]?[0-3]\\d"
            + "|[0-3]?\\d[-/._]?(?:0?[1-9]|1[0-2])[-/._]?(?:19|20)\\d\\d)");

    /** What hands and heads know by heart; with Shift held it is the same walk. */
    private static final List<String> ROWS = Stream.of(
                    "1234567890-=",
                    "qwertyuiop[]",
                    "qwertzuiop",
                    "azertyuiop",
                    "asdfghjkl;'",
                    "zxcvbnm,./",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
                    "qazwsxedcrfvtgbyhnujmik,ol.p;/",
                    "qweasdzxcrtyfghvbnuiojklm",
                    "147258369",
                    "789456123",
                    "159357",
                    "314159265358979323846264338327950288419716939937510",
                    "27182818284590452353602874713526")
            .flatMap(row -> Stream.of(row, reversed(row)))
            .toList();

    private static final String SHIFTED = "!@#$%^&*()_+{}:\"<>?";
    private static final String PLAIN = "1234567890-=[];',./";

    private Patterned() {}

    static boolean is(String value) {
        String text = unshifted(value.substring(0, Math.min(value.length(), LONGEST)));
        if (text.length() < SHORTEST) {
            return false;
        }
        String once = text.replaceAll("(.)\\1+", "$1");
        return text.length() >= LONG && text.chars().distinct().count() <= FEW_DISTINCT
                || DATE.matcher(text).matches()
                || isDoubled(text)
                || isToldBy(fresh(text), text)
                || once.length() * 3 <= text.length() * 2 && isToldBy(fresh(once), text)
                || isToldBy(fresh(everySecond(text, 0)) + fresh(everySecond(text, 1)), text);
    }

    /** Whether so few characters that tell something make up the whole. */
    private static boolean isToldBy(int fresh, String text) {
        return fresh < FEWEST_FRESH && fresh * 2 <= text.length()
                || fresh <= MOST_FRESH_OF_REPEATED && fresh * 3 <= text.length();
    }

    /** Whether it is one block over and over, or a block and its mirror image: half of it reaches no length policy. */
    private static boolean isDoubled(String text) {
        return (text + text).indexOf(text, 1) < text.length()
                || text.length() >= LONG && reversed(text).equals(text);
    }

    private static String unshifted(String value) {
        return value.toLowerCase(Locale.ROOT)
                .chars()
                .map(key -> SHIFTED.indexOf(key) < 0 ? key : PLAIN.charAt(SHIFTED.indexOf(key)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Two runs that were dealt out in turn, as in {@code a1b2c3d4}. */
    private static String everySecond(String text, int from) {
        return IntStream.range(0, text.length())
                .filter(at -> at % 2 == from)
                .mapToObj(at -> text.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static int fresh(String text) {
        int fresh = 0;
        int at = 0;
        while (at < text.length()) {
            int told = Math.max(repeated(text, at), Math.max(sequence(text, at), walk(text, at)));
            fresh += told == 0 ? 1 : 0;
            at += Math.max(told, 1);
        }
        return fresh;
    }

    /** How many characters from here stood in this order before; overlapping counts, as in {@code aaaa}. */
    private static int repeated(String text, int at) {
        int longest = 0;
        for (int from = 0; from < at; from++) {
            int length = 0;
            while (at + length < text.length() && text.charAt(from + length) == text.charAt(at + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest < SHORTEST_REPEAT ? 0 : longest;
    }

    /** How many characters from here go on counting up or down, or repeat the one before. */
    private static int sequence(String text, int at) {
        if (at == 0 || at == text.length()) {
            return 0;
        }
        int step = text.charAt(at) - text.charAt(at - 1);
        int end = at;
        while (Math.abs(step) <= WIDEST_STEP
                && end < text.length()
                && text.charAt(end) - text.charAt(end - 1) == step) {
            end++;
        }
        return end - at < SHORTEST_RUN ? 0 : end - at;
    }

    /** How many characters from here are the next keys of a row or column of a keyboard. */
    private static int walk(String text, int at) {
        int longest = 0;
        for (String row : at == 0 ? List.<String>of() : ROWS) {
            for (int key = row.indexOf(text.charAt(at - 1));
                    key >= 0;
                    key = row.indexOf(text.charAt(at - 1), key + 1)) {
                int length = 0;
                while (key + 1 + length < row.length()
                        && at + length < text.length()
                        && row.charAt(key + 1 + length) == text.charAt(at + length)) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest < SHORTEST_RUN ? 0 : longest;
    }
}
