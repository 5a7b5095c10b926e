package dev.envproof.rule.isolation;

import java.util.Comparator;

/** The order in which migrations are applied: by number where versions are numbers, else by text. */
final class NewestLast {
    static final Comparator<String> ORDER =
            Comparator.comparingInt(NewestLast::digits).thenComparing(Comparator.naturalOrder());

    private NewestLast() {}

    /** Numbers of more digits come later; texts, such as {@code V2__index}, by their leading number. */
    private static int digits(String version) {
        String significant = version.replaceFirst("^[vV]?0*", "");
        return (int) significant.chars().takeWhile(Character::isDigit).count();
    }
}
