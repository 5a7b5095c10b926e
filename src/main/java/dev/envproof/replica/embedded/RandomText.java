package dev.envproof.replica.embedded;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Throw-away values that no other run has. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String WORD = LETTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private RandomText() {}

    /** Small letters only, as project references have. */
    static String letters(int length) {
        return of(LETTERS, length);
    }

    /** Letters and digits: safe in a URL, a header and a shell. */
    static String word(int length) {
        return of(WORD, length);
    }

    private static String of(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(index -> alphabet.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
