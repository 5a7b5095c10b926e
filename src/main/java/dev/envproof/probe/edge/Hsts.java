package dev.envproof.probe.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Strict-Transport-Security header (RFC 6797, 6.1).
 *
 * @param maxAge in seconds
 */
public record Hsts(long maxAge, boolean includesSubdomains, boolean preload) {
    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*(?:=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[!#$%&'*+.^_`|~0-9A-Za-z-]+))?\\s*");
    private static final String MAX_AGE = "max-age";

    /** The header's value, where browsers take it: one that is malformed counts as none. */
    public static Optional<Hsts> of(String value) {
        Map<String, String> directives = new TreeMap<>();
        for (String part : parts(value)) {
            Matcher directive = DIRECTIVE.matcher(part);
            if (part.isBlank()) {
                continue;
            }
            if (!directive.matches()) {
                return Optional.empty();
            }
            String argument = directive.group(2) == null ? "" : unquoted(directive.group(2));
            if (directives.put(directive.group(1).toLowerCase(Locale.ROOT), argument) != null) {
                return Optional.empty();
            }
        }
        String maxAge = directives.getOrDefault(MAX_AGE, "");
        return maxAge.matches("[0-9]{1,18}")
                ? Optional.of(new Hsts(
                        Long.parseLong(maxAge),
                        directives.containsKey("includesubdomains"),
                        directives.containsKey("preload")))
                : Optional.empty();
    }

    /** Semicolons inside quotes part nothing. */
    private static List<String> parts(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean isQuoted = false;
        for (int index = 0; index < value.length(); index++) {
            char c = value.charAt(index);
            isQuoted ^= c == '"';
            if (c == ';' && !isQuoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
