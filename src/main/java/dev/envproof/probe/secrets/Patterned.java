package dev.envproof.probe.secrets;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts the characters of a value that nothing before them predicts; entropy alone takes {@code 1234…} for random. */
final class Patterned {
    private static final int FEWEST_FRESH = 8;
    private static final int MOST_FRESH_OF_REPEATED = 12;
    private static final int SHORTEST = 6;
    private static final int SHORTEST_RUN = 3;
    private static final int SHORTEST_REPEAT = 4;
    private static final int FEW_DISTINCT = 4;
    private static final int LONG = 12;
    private static final int LONGEST = 256;
    private static final List<String> ROWS = Stream.of(
                    "1234567890-=",
                    "!@#$%^&*()_+",
                    "qwertyuiop[]",
                    "qwertzuiop",
                    "azertyuiop",
                    "asdfghjkl;'",
                    "zxcvbnm,./",
                    "1qaz",
                    "2wsx",
                    "3edc",
                    "4rfv",
                    "5tgb",
                    "6yhn",
                    "7ujm",
                    "8ik,",
                    "9ol.",
                    "0p;/")
            .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
            .toList();

    private Patterned() {}

    static boolean is(String value) {
        String text = value.substring(0, Math.min(value.length(), LONGEST)).toLowerCase(Locale.ROOT);
        if (text.length() < SHORTEST) {
            return false;
        }
        int fresh = fresh(text);
        return text.length() >= LONG && text.chars().distinct().count() <= FEW_DISTINCT
                || fresh < FEWEST_FRESH && fresh * 2 <= text.length()
                || fresh <= MOST_FRESH_OF_REPEATED && fresh * 3 <= text.length();
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
        while (Math.abs(step) <= 1 && end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) {
            end++;
        }
        return end - at < SHORTEST_RUN ? 0 : end - at;
    }

    /** How many characters from here are the next keys of a row or column of a keyboard. */
    private static int walk(String text, int at) {
        int longest = 0;
        for (String row : at == 0 ? List.<String>of() : ROWS) {
            int key = row.indexOf(text.charAt(at - 1)) + 1;
            int length = 0;
            while (key > 0
                    && key + length < row.length()
                    && at + length < text.length()
                    && row.charAt(key + length) == text.charAt(at + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest < SHORTEST_RUN ? 0 : longest;
    }
}
