package dev.envproof.probe.edge;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A Set-Cookie header as browsers take it (RFC 6265, 5.2); its value is left out, because it may be a secret.
 *
 * @param attributes by name, in lower case; the last one of a name counts
 */
public record SetCookie(String name, Map<String, String> attributes) {
    /** Names that sessions and their tokens go by. */
    private static final Pattern SESSION =
            Pattern.compile("(?i).*(sess|auth|token|jwt|login|remember|(^|[_.-])s?id$|connect\\.sid).*");

    private static final Pattern READ_BY_SCRIPTS = Pattern.compile("(?i).*(csrf|xsrf).*");

    public SetCookie {
        attributes = Map.copyOf(attributes);
    }

    public static SetCookie of(String value) {
        String[] parts = value.split(";", -1);
        int equals = parts[0].indexOf('=');
        Map<String, String> attributes = new TreeMap<>();
        for (int index = 1; index < parts.length; index++) {
            String[] pair = parts[index].split("=", 2);
            attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), pair.length > 1 ? pair[1].strip() : "");
        }
        return new SetCookie(equals < 0 ? "" : parts[0].substring(0, equals).strip(), attributes);
    }

    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** Whether it is meant for a script, which sends it back to prove where a request comes from. */
    public boolean isReadByScripts() {
        return READ_BY_SCRIPTS.matcher(name).matches();
    }

    /** Whether who has it acts as the user. */
    public boolean isOfASession() {
        return !isReadByScripts() && (SESSION.matcher(name).matches() || has("httponly"));
    }

    /** The domain whose hosts get it; empty where only the host gets it that set it. */
    public Optional<String> domain() {
        return Optional.ofNullable(attributes.get("domain"))
                .map(domain -> domain.toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""))
                .filter(domain -> !domain.isEmpty());
    }

    /** Whether a host gets it, other than the one that set it (RFC 6265, 5.1.3). */
    public boolean reaches(String host) {
        return domain().filter(domain -> host.equals(domain) || host.endsWith("." + domain))
                .isPresent();
    }
}
