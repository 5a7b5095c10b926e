package dev.envproof.report;

/** A number with its noun: {@code 1 environment}, {@code 3 environments}. */
public final class Plural {
    private Plural() {}

    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
