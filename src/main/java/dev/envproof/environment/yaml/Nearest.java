package dev.envproof.environment.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A known name that a user probably meant. */
public record Nearest(String name, int edits) {
    private static final int LONGEST = 64;

    /** The known name with the fewest edits (Levenshtein, and neighbours swapped as one), where at most a third of it was mistyped, or a prefix. */
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
        return to(typed, known).map(Nearest::question).orElse("");
    }

    static String question(String meant) {
        return "; did you mean `" + meant + "`?";
    }

    private static int distance(String typed, String name) {
        if (typed.length() > 2 && name.startsWith(typed)) {
            return 1;
        }
        int[][] edits = new int[typed.length() + 1][name.length() + 1];
        for (int row = 0; row <= typed.length(); row++) {
            for (int column = 0; column <= name.length(); column++) {
                edits[row][column] = row == 0 || column == 0 ? row + column : fewest(edits, typed, row, name, column);
            }
        }
        return edits[typed.length()][name.length()];
    }

    private static int fewest(int[][] edits, String typed, int row, String name, int column) {
        boolean same = typed.charAt(row - 1) == name.charAt(column - 1);
        int replaced = edits[row - 1][column - 1] + (same ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(edits[row - 1][column], edits[row][column - 1]));
        boolean swapped = row > 1
                && column > 1
                && typed.charAt(row - 1) == name.charAt(column - 2)
                && typed.charAt(row - 2) == name.charAt(column - 1);
        return swapped ? Math.min(fewest, 1 + edits[row - 2][column - 2]) : fewest;
    }
}
