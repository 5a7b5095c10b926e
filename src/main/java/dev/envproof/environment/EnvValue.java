package dev.envproof.environment;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A value in an env file, without its quotes.
 *
 * @param text as the program gets it, but for references
 * @param literals where a dollar sign stands for itself
 */
record EnvValue(String text, Set<Integer> literals) {
    /** What Compose and dotenv undo; a backslash before anything else stays. */
    private static final Map<Character, Character> ESCAPES =
            Map.of('"', '"', '\\', '\\', '$', '$', 'n', '\n', 'r', '\r', 't', '\t');

    EnvValue {
        literals = Set.copyOf(literals);
    }

    /** @param quote the one around it; a space where there is none */
    static EnvValue of(char quote, String inside) {
        return switch (quote) {
            case '\'' -> new EnvValue(inside, dollars(inside));
            case '"' -> doubleQuoted(inside);
            default -> new EnvValue(inside, escapedDollars(inside));
        };
    }

    private static EnvValue doubleQuoted(String inside) {
        StringBuilder text = new StringBuilder();
        Set<Integer> literals = new HashSet<>();
        for (int at = 0; at < inside.length(); at++) {
            boolean isEscape =
                    inside.charAt(at) == '\\' && at + 1 < inside.length() && ESCAPES.containsKey(inside.charAt(at + 1));
            if (isEscape) {
                at++;
                if (inside.charAt(at) == '$') {
                    literals.add(text.length());
                }
                text.append(ESCAPES.get(inside.charAt(at)));
            } else {
                text.append(inside.charAt(at));
            }
        }
        return new EnvValue(text.toString(), literals);
    }

    private static Set<Integer> dollars(String text) {
        return IntStream.range(0, text.length())
                .filter(at -> text.charAt(at) == '$')
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Integer> escapedDollars(String text) {
        return dollars(text).stream()
                .filter(at -> at > 0 && text.charAt(at - 1) == '\\')
                .collect(Collectors.toUnmodifiableSet());
    }
}
