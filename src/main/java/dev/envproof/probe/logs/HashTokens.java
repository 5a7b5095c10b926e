package dev.envproof.probe.logs;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of a text that may be a hash: runs of hexadecimal digits, and of base64, of at least the shortest length. */
record HashTokens(Set<String> hex, Set<String> base64) {
    /** Shorter prefixes hit by chance; eight digits are what people publish as a "fingerprint". */
    static final int SHORTEST = 8;

    private static final int SHORTEST_BASE64 = 20;

    private static final Pattern HEX = Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{8,128}(?![0-9A-Za-z])");
    private static final Pattern BASE64 =
            Pattern.compile("(?<![0-9A-Za-z+/_-])[0-9A-Za-z+/_-]{20,100}(?![0-9A-Za-z+/_-])");

    /** Random ids fill logs, and some of their groups would hit by chance. */
    private static final Pattern RANDOM_ID =
            Pattern.compile("\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b");

    /** What people write in front of a hash. */
    private static final Pattern LABEL = Pattern.compile("^[0-9A-Za-z]{1,12}[-_/]");

    HashTokens {
        hex = Set.copyOf(hex);
        base64 = Set.copyOf(base64);
    }

    static HashTokens of(String whole) {
        String text = RANDOM_ID.matcher(whole).replaceAll(" ");
        Set<String> hex = new HashSet<>();
        for (Matcher word = HEX.matcher(text.replace(":", "")); word.find(); ) {
            hex.add(word.group().toLowerCase(Locale.ROOT));
        }
        for (Matcher word = HEX.matcher(text); word.find(); ) {
            hex.add(word.group().toLowerCase(Locale.ROOT));
        }
        Set<String> base64 = new HashSet<>();
        for (Matcher word = BASE64.matcher(text); word.find(); ) {
            String token = word.group();
            String unlabelled = LABEL.matcher(token).replaceFirst("");
            Stream.of(token, unlabelled)
                    .filter(candidate -> candidate.length() >= SHORTEST_BASE64)
                    .forEach(candidate -> base64.add(candidate.replace('-', '+').replace('_', '/')));
        }
        return new HashTokens(hex, base64);
    }
}
