package dev.envproof.replica.docker;

import java.util.List;
import java.util.regex.Pattern;

/** Hides secrets in what a container wrote: those that are known, and passwords in URLs. */
final class Hidden {
    private static final String PLACEHOLDER = "[redacted]";
    private static final Pattern URL_PASSWORD = Pattern.compile("(://[^\\s:/@]*:)[^\\s/@]+(?=@)");
    private static final Pattern KEY = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private Hidden() {}

    static String in(String text, List<String> secrets) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = secret.isEmpty() ? hidden : hidden.replace(secret, PLACEHOLDER);
        }
        hidden = URL_PASSWORD.matcher(hidden).replaceAll("$1" + PLACEHOLDER);
        return KEY.matcher(hidden).replaceAll(PLACEHOLDER);
    }
}
