package dev.envproof.importing;

import dev.envproof.environment.Randomness;
import dev.envproof.environment.SecretName;
import dev.envproof.environment.yaml.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A variable that a file sets. A value that may be secret is dropped where it is read: nothing behind this door has it.
 *
 * @param value the value, where it is there and can't be a secret
 * @param scheme of a URL, such as postgresql, whether or not the value was dropped
 * @param isDropped whether there is a value that may be secret
 * @param references variables in braces that the value is made from
 * @param isReference whether it is one such variable and nothing else
 */
record Setting(
        String name,
        Place place,
        Optional<String> value,
        boolean isDropped,
        Optional<String> scheme,
        List<String> references,
        boolean isReference) {
    private static final Pattern SCHEME = Pattern.compile("(?s)([a-z][a-z0-9]{1,15})(\\+[a-z0-9]{1,15})?://.*");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]{0,99})([^}]*)}");
    private static final Pattern WITH_USER = Pattern.compile("(?s).*://[^/\\s]*@.*");

    static Setting of(String name, String value, Place place) {
        return of(name, value, at -> true, place);
    }

    /** @param mayRefer whether the dollar sign there begins a reference, and does not stand for itself */
    static Setting of(String name, String value, IntPredicate mayRefer, Place place) {
        List<String> references = REFERENCE
                .matcher(value)
                .results()
                .filter(found -> mayRefer.test(found.start()))
                .map(found -> found.group(1))
                .filter(reference -> !Randomness.shows(reference))
                .distinct()
                .toList();
        boolean isReference = REFERENCE.matcher(value).matches() && mayRefer.test(0);
        Optional<String> scheme =
                SCHEME.matcher(value).results().map(Setting::scheme).findFirst();
        Optional<String> kept = tellable(name, value);
        boolean isDropped = kept.isEmpty() && !value.isBlank();
        return new Setting(name, place, kept, isDropped, scheme, references, isReference);
    }

    SecretName secretName() {
        return new SecretName(name);
    }

    private static String scheme(MatchResult found) {
        return found.group(1);
    }

    private static Optional<String> tellable(String name, String value) {
        boolean mayBeSecret = new SecretName(name).mayHoldSecret()
                || Randomness.shows(value)
                || WITH_USER.matcher(value).matches();
        return value.isBlank() || mayBeSecret ? Optional.empty() : Optional.of(value);
    }
}
