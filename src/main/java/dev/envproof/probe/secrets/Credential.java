package dev.envproof.probe.secrets;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret part of a URL or a connection string.
 *
 * @param secret the password, decoded; empty where the text leaves it empty
 * @param server who is let in where: the text around the secret
 * @param names the words around the secret (user, host, database), of which a password must not be made
 */
record Credential(String secret, String server, Set<String> names) {
    /** RFC 3986, section 3.2.1: user information ends at the first at-sign. */
    private static final Pattern URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^:@/?#]*):([^@/?#]*)@(.*)", Pattern.DOTALL);
    /** Passwords that were never percent-encoded hold at-signs, slashes and braces. */
    private static final Pattern UNENCODED_URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^:@/]*):(.*)@([^@/?#]*(?:[/?#].*)?)", Pattern.DOTALL);

    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)(.*(?:^|[?&;,\\s]))(?:pass|passwd|passphrase|password|pwd|secret|secret_?key|client_?secret|api_?key"
                    + "|access_?key|account_?key|shared_?access_?key|token|access_?token|auth_?token|sig|signature)"
                    + "\\s*=([^&;\\s]*?)((?:,\\s*[A-Za-z]\\w*=|[&;\\s]).*|)",
            Pattern.DOTALL);
    private static final Pattern ANY_URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://\\S*");

    Credential {
        names = Set.copyOf(names);
    }

    static Optional<Credential> inside(String text) {
        String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        for (Pattern pattern : new Pattern[] {URL, UNENCODED_URL, PARAMETER}) {
            Matcher match = pattern.matcher(plain);
            if (match.matches()) {
                return Optional.of(new Credential(
                        percentDecoded(match.group(2)),
                        match.group(1) + "@" + match.group(3),
                        Words.in(match.group(1) + " " + match.group(3))));
            }
        }
        return Optional.empty();
    }

    static boolean isUrl(String text) {
        return ANY_URL.matcher(text).matches();
    }

    /** The text itself where it is not percent-encoded. */
    static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
