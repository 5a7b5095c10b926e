package dev.envproof.importing;

import dev.envproof.environment.Forms;
import dev.envproof.environment.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What one setting says about browsers' pages.
 *
 * @param notes what was said but is no exact origin
 */
record CorsClue(
        List<String> origins,
        List<String> patterns,
        List<String> methods,
        List<String> headers,
        Optional<Boolean> credentials,
        List<Note> notes,
        String place) {
    private static final Pattern NAMES_ORIGINS = Pattern.compile(
            "(?i)(.*CORS.*_ORIGINS?(_REGEX)?|CORS|.*ALLOW(ED)?_?ORIGINS?|CORS_(ALLOWED|WHITELIST|HOSTS|DOMAINS))");
    private static final Pattern NAMES_METHODS = Pattern.compile("(?i).*CORS.*METHODS");
    private static final Pattern NAMES_HEADERS = Pattern.compile("(?i).*CORS.*HEADERS");
    private static final Pattern NAMES_CREDENTIALS = Pattern.compile("(?i).*CORS.*CREDENTIALS");

    static boolean isNamedBy(String name) {
        return NAMES_ORIGINS.matcher(name).matches()
                || NAMES_METHODS.matcher(name).matches()
                || NAMES_HEADERS.matcher(name).matches()
                || NAMES_CREDENTIALS.matcher(name).matches();
    }

    /** @param name of a variable, without an environment's name in it */
    static Optional<CorsClue> of(String name, String value, String place) {
        if (NAMES_ORIGINS.matcher(name).matches()) {
            return Optional.of(origins(name, value, place));
        }
        if (NAMES_METHODS.matcher(name).matches()) {
            return Optional.of(none(place).withMethods(fitting(value.toUpperCase(Locale.ROOT), Forms.METHOD::fits)));
        }
        if (NAMES_HEADERS.matcher(name).matches()) {
            return Optional.of(none(place).withHeaders(fitting(value, Forms.HEADER::fits)));
        }
        return NAMES_CREDENTIALS.matcher(name).matches()
                ? Optional.of(none(place).withCredentials(value.strip().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static CorsClue none(String place) {
        return new CorsClue(List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), place);
    }

    private CorsClue withMethods(List<String> all) {
        List<String> told = all.stream().filter(method -> !method.equals("*")).toList();
        return new CorsClue(origins, patterns, told, headers, credentials, notes, place);
    }

    private CorsClue withHeaders(List<String> all) {
        List<String> told = all.stream().filter(header -> !header.equals("*")).toList();
        return new CorsClue(origins, patterns, methods, told, credentials, notes, place);
    }

    private CorsClue withCredentials(String value) {
        boolean admitted = List.of("true", "1", "yes", "on").contains(value);
        return new CorsClue(origins, patterns, methods, headers, Optional.of(admitted), notes, place);
    }

    private static CorsClue origins(String name, String value, String place) {
        List<String> origins = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        int others = 0;
        for (String item : items(value)) {
            String origin = item.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
            if (item.equals("*")) {
                notes.add(new Note(place + ": " + name + " admits every origin (`*`), which no file can declare"));
            } else if (Randomness.shows(item)) {
                others++;
            } else if (Forms.ORIGIN.fits(origin)) {
                origins.add(origin);
            } else if (Forms.ORIGIN_PATTERN.fits(origin)) {
                patterns.add(origin);
            } else {
                others++;
            }
        }
        if (others > 0) {
            notes.add(new Note(place + ": " + name + " has " + Count.of(others, "item")
                    + " of another form than scheme://host[:port]"));
        }
        return new CorsClue(origins, patterns, List.of(), List.of(), Optional.empty(), notes, place);
    }

    private static List<String> fitting(String value, Predicate<String> form) {
        return items(value).stream().filter(form).toList();
    }

    /** The items of a JSON list, or of a list with commas, semicolons or blanks. */
    private static List<String> items(String value) {
        return Arrays.stream(value.split("[\\[\\]\"'\\s,;]+", -1))
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }
}
