package dev.envproof.environment.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A known name that a user probably meant. */
public record Nearest(String name, int edits) {
    private static final int LONGEST = 64;

    /** The known name with the fewest edits (Levenshtein), where at most a third of it was mistyped, or a prefix. */
    public static Optional<String> to(String typed, Collection<String> known) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(name -> new Nearest(name, distance(plain, name.toLowerCase(Locale.ROOT))))
                .filter(nearest -> nearest.edits <= Math.max(1, nearest.name.length() / 3))
                .min(Comparator.comparingInt(Nearest::edits).thenComparing(Nearest::name))
                .map(Nearest::name);
    }

    /** {@code did you mean `name`?}, or empty. */
    public static String question(String typed, Collection<String> known) {
        return to(typed, known).map(name -> "; did you mean `" + name + "`?").orElse("");
    }

    private static int distance(String typed, String name) {
        if (typed.length() > 2 && name.startsWith(typed)) {
            return 1;
        }
        int[] above = new int[name.length() + 1];
        for (int column = 0; column <= name.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= typed.length(); row++) {
            above = nextRow(above, typed.charAt(row - 1), row, name);
        }
        return above[name.length()];
    }

    private static int[] nextRow(int[] above, char typed, int row, String name) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < current.length; column++) {
            int swapped = above[column - 1] + (typed == name.charAt(column - 1) ? 0 : 1);
            current[column] = Math.min(swapped, 1 + Math.min(above[column], current[column - 1]));
        }
        return current;
    }
}
