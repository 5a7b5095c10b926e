package dev.envproof.probe.secrets;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a value that a sample file asks to replace from one that merely contains such a word. */
final class Placeholder {
    private static final List<Pattern> PHRASES = List.of(
            Pattern.compile("<[\\w .:/-]+>|\\{[\\w .-]+\\}|\\[[\\w .-]+\\]"),
            Pattern.compile("(?i).*change[-_. ]?(?:this|me|it|in|before|now|please|for)(?![a-z]{3}).*", Pattern.DOTALL),
            Pattern.compile("(?i)(?:<)?your[-_. ].*|.*[-_. ](?:goes[-_. ])?here", Pattern.DOTALL),
            Pattern.compile("(?i)(?:insert|enter|replace|put|add|paste|fill|use|generate)[-_. ]"
                    + "(?:me|your|a|an|the|this|with|in|by|real|new|own)\\b.*"),
            Pattern.compile(
                    "(?i).*(?:placeholder|do[-_. ]?not[-_. ]?use|(?:dev|development|testing|local)[-_. ]only).*"),
            Pattern.compile("(?i).*to[-_. ]?be[-_. ]?(?:set|changed|replaced|generated|filled|defined|modified).*"),
            Pattern.compile("django-insecure-.*"), // django-admin startproject
            Pattern.compile("(?i).*x{5,}.*|.*(?:\\.{3,}|\u2026)|n/?a|-+"));

    private static final Set<String> WORDS = Set.copyOf(Words.lines("placeholder-words.txt").stream()
            .flatMap(line -> Stream.of(line.split(" ", -1)))
            .filter(word -> word.length() > 1)
            .toList());
    private static final int LONGEST_WORD = 16;
    private static final int MOST_DIGITS = 4;
    private static final int FEWEST_LETTERS = 4;

    private Placeholder() {}

    /** @param names words that stand around the value, of which no secret should be made either */
    static boolean is(String value, Set<String> names) {
        Set<String> known = new HashSet<>(WORDS);
        known.addAll(names);
        String small = value.toLowerCase(Locale.ROOT);
        return PHRASES.stream().anyMatch(phrase -> phrase.matcher(value).matches())
                || isMadeOf(known, small)
                || isMadeOf(longWords(known), lettersForDigits(small));
    }

    /** Short words hide in hex digits, once digits are read as letters. */
    private static Set<String> longWords(Set<String> words) {
        return words.stream().filter(word -> word.length() >= FEWEST_LETTERS).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether words make up most of the value; what joins them, and short numbers, may make up the rest. */
    private static boolean isMadeOf(Set<String> words, String value) {
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
    private static boolean isJoined(Set<String> words, String chunk) {
        boolean[] reached = new boolean[chunk.length() + 1];
        reached[0] = true;
        for (int from = 0; from < chunk.length(); from++) {
            for (int to = from + 1; reached[from] && to <= Math.min(chunk.length(), from + LONGEST_WORD); to++) {
                String piece = chunk.substring(from, to);
                reached[to] |= words.contains(piece) || piece.length() <= MOST_DIGITS && piece.matches("\\d+");
            }
        }
        return reached[chunk.length()];
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
