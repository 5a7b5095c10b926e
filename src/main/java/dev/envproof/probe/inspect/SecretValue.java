package dev.envproof.probe.inspect;

import dev.envproof.probe.Fingerprints;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a variable's value is compared: all of it, but of a URL not the host, which is another one inside a network. */
final class SecretValue {
    private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://(?:([^/@\\s]*)@)?[^/?#\\s]*([^?#\\s]*).*");

    private SecretValue() {}

    static String fingerprint(String value, Fingerprints fingerprints) {
        Matcher url = URL.matcher(value);
        if (!url.matches()) {
            return fingerprints.of(value);
        }
        return fingerprints.of(Optional.ofNullable(url.group(1)).orElse("") + "@"
                + url.group(2).replaceAll("/+$", ""));
    }
}
