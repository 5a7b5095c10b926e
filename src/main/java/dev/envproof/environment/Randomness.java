package dev.envproof.environment;

import java.util.regex.Pattern;

/** Tells random characters from words that people write, so that a secret in the wrong place is not written down. */
public final class Randomness {
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+=]{20,}");
    private static final Pattern PUBLISHED_FORM = Pattern.compile(
            "(?s).*(eyJ[A-Za-z0-9_-]{8}|sk_(live|test)_|gh[pousr]_|glpat-|xox[abp]-|AKIA[A-Z0-9]{8}|BEGIN ).*");

    private Randomness() {}

    public static boolean shows(String text) {
        return PUBLISHED_FORM.matcher(text).matches()
                || RUN.matcher(text).results().anyMatch(run -> isMixed(run.group()));
    }

    private static boolean isMixed(String run) {
        boolean hasDigit = run.chars().anyMatch(Character::isDigit);
        boolean hasLetter = run.chars().anyMatch(Character::isLetter);
        return hasDigit && hasLetter;
    }
}
