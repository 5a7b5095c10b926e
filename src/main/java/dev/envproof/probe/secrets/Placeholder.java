package dev.envproof.probe.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells a value that a sample file asks to replace from one that merely contains such a word. */
final class Placeholder {
    /** Words and short numbers, such as {@code 32-char-key}; random text mixes letter cases and digits. */
    private static final String WORD =
            "(?:(?:[A-Z]++|[A-Za-z][a-z]*+(?:[A-Z][a-z]++)*+)[0-9]{0,3}|[0-9]{1,4}[a-z]{0,3})";

    private static final String WORDY = " ?" + WORD + "(?:[ .:/_-]{1,3}" + WORD + ")*+ ?";

    private static final List<Pattern> PHRASES = List.of(
            Pattern.compile("<" + WORDY + ">|\\{" + WORDY + "\\}|\\[" + WORDY + "\\]"),
            Pattern.compile("(?i).*change[-_. ]?(?:this|me|it|in|before|now|please|for)(?![a-z]{3}).*", Pattern.DOTALL),
            Pattern.compile("(?i)(?:<)?your[-_. ].*|.*[-_. ](?:goes[-_. ])?here", Pattern.DOTALL),
            Pattern.compile("(?i)(?:insert|enter|replace|put|add|paste|fill|use|generate)[-_. ]"
                    + "(?:me|your|a|an|the|this|with|in|by|real|new|own)\\b.*"),
            Pattern.compile(
                    "(?i).*(?:placeholder|do[-_. ]?not[-_. ]?use|(?:dev|development|testing|local)[-_. ]only).*"),
            Pattern.compile("(?i).*to[-_. ]?be[-_. ]?(?:set|changed|replaced|generated|filled|defined|modified).*"),
            Pattern.compile("django-insecure-.*"), // django-admin startproject
            Pattern.compile("(?i).*x{5,}.*|.*(?:\\.{3,}|\u2026)|n/?a|-+|\\?+"));

    private static final Set<String> WORDS = Set.copyOf(Words.lines("placeholder-words.txt").stream()
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .filter(word -> word.length() > 1)
            .toList());
    private static final Pattern COUNTING =
            Pattern.compile("[-_.@#]?(?:(?:19|20)\\d\\d|1?2?3?4?5?6?7?8?9?0?|[0-9])[!.?*]*$");
    private static final int LONGEST_WORD = 16;

    /** Nobody words a placeholder at greater length. */
    private static final int LONGEST = 256;

    private static final int MOST_DIGITS = 4;
    private static final int FEWEST_LETTERS = 4;

    private Placeholder() {}

    /** @param names words that stand around the value, of which no secret should be made either */
    static boolean is(String value, Set<String> names) {
        if (value.length() > LONGEST) {
            return false;
        }
        String word = withoutCounting(value.toLowerCase(Locale.ROOT));
        Predicate<String> known = piece -> WORDS.contains(piece) || names.contains(piece);
        return asksForReplacement(value)
                || isMadeOf(known, word)
                || isMadeOf(known.and(Placeholder::isLong), lettersForDigits(word));
    }

    /** Whether it is worded as a request to replace it, as the first label of a sample address is. */
    static boolean asksForReplacement(String text) {
        return PHRASES.stream().anyMatch(phrase -> phrase.matcher(text).matches());
    }

    /** Short words hide in hex digits, once digits are read as letters. */
    private static boolean isLong(String word) {
        return word.length() >= FEWEST_LETTERS;
    }

    /** Whether words make up most of the value; what joins them, and short numbers, may make up the rest. */
    private static boolean isMadeOf(Predicate<String> words, String value) {
        List<String> chunks = Stream.of(value.split("[^a-z0-9]+", -1))
                .filter(chunk -> !chunk.isEmpty())
                .toList();
        long letters = chunks.stream()
                .filter(chunk -> chunk.length() > 1)
                .flatMapToInt(String::chars)
                .filter(Character::isLetter)
                .count();
        return letters >= Math.min(FEWEST_LETTERS, value.length())
                && letters * 2 >= value.length()
                && chunks.stream().allMatch(chunk -> chunk.length() == 1 || isJoined(words, chunk));
    }

    /** Whether a run of letters and digits is words and short numbers only, end to end. */
    private static boolean isJoined(Predicate<String> words, String chunk) {
        boolean[] reached = new boolean[chunk.length() + 1];
        reached[0] = true;
        for (int from = 0; from < chunk.length(); from++) {
            for (int to = from + 1; reached[from] && to <= Math.min(chunk.length(), from + LONGEST_WORD); to++) {
                String piece = chunk.substring(from, to);
                reached[to] |= words.test(piece) || piece.length() <= MOST_DIGITS && piece.matches("\\d+");
            }
        }
        return reached[chunk.length()];
    }

    /** Years and counting at the end are what people add to a word that a form finds too weak. */
    private static String withoutCounting(String text) {
        String bare = COUNTING.matcher(text).replaceFirst("");
        return bare.length() < FEWEST_LETTERS ? text : bare;
    }

    /** {@code p@ssw0rd} is the word that it looks like. */
    private static String lettersForDigits(String text) {
        return text.replace('@', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('$', 's');
    }
}
