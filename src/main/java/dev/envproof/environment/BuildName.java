package dev.envproof.environment;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a build's name, such as {@code staging-<sha>}.
 *
 * @param form plain text around {@code <sha>}, {@code <version>}, {@code <date>} and {@code <number>}
 */
public record BuildName(String form) {
    private static final Pattern PLACE = Pattern.compile("<[a-z]+>");
    private static final Map<String, String> PLACES = Map.of(
            "<sha>", "[0-9a-f]{7,64}",
            "<version>", "[0-9]+(\\.[0-9]+){1,3}([-+][\\w.]+)?",
            "<date>", "20[0-9]{2}[-.]?[0-9]{2}[-.]?[0-9]{2}",
            "<number>", "[0-9]+");

    static final String ACCEPTED = "a build's name with <sha>, <version>, <date> or <number> in it, as staging-<sha>";

    /** Whether a text is such a form. */
    static boolean isOne(String text) {
        return text.matches("([\\w.+:/-]|<(sha|version|date|number)>){1,128}");
    }

    public boolean fits(String build) {
        Matcher places = PLACE.matcher(form);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (places.find()) {
            pattern.append(Pattern.quote(form.substring(end, places.start())))
                    .append(PLACES.getOrDefault(places.group(), ".*"));
            end = places.end();
        }
        return build.matches(pattern.append(Pattern.quote(form.substring(end))).toString());
    }
}
