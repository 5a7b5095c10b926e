package dev.envproof.probe.logs;

import java.util.regex.Pattern;

/** Recognises {@code scheme://user:password@host} in a text, unless a mask or a variable stands for the password. */
final class UrlPassword {
    private static final String MASK = "(?:[\\[<({*_%-]*"
            + "(?:redacted|filtered|masked|hidden|removed|omitted|secret|password|passwd|pass|pwd)[\\])>}*_%-]*"
            + "|[*x.\u2022#?_-]+|(?:%2A)+|\\$?\\{[^}@]{0,100}}|\\$\\w+|<[^>@]{0,100}>|\\[[^\\]@]{0,100}])@";

    private static final Pattern URL =
            Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,20}:(?:\\\\?/){2}[^\\s:/@\"'\\\\]{0,100}:" + "(?!" + MASK
                    + ")[^\\s/@\"'\\\\]{1,200}@");

    private UrlPassword() {}

    static boolean isIn(String text) {
        // a pattern that may begin anywhere is slow over the many lines without any URL
        return (text.contains("//") || text.contains("\\/"))
                && URL.matcher(text).find();
    }
}
