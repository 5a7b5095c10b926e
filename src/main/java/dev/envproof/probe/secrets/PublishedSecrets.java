package dev.envproof.probe.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that are printed in a product's documentation; length and entropy cannot tell them from good ones. */
final class PublishedSecrets {
    /** Default passwords are short words, whose letter case people change. */
    private static final int LONGEST_WORD = 15;

    /** Issuers of the demo keys that Supabase publishes with its local and self-hosted stacks. */
    private static final Set<String> DEMO_ISSUERS = Set.of("supabase-demo");

    private static final List<String> VALUES = Words.lines("published-secrets.txt");
    private static final Set<String> KNOWN =
            VALUES.stream().map(PublishedSecrets::comparable).collect(Collectors.toUnmodifiableSet());

    private PublishedSecrets() {}

    static boolean hold(String value) {
        return KNOWN.contains(comparable(value))
                || JsonWebToken.in(value).map(PublishedSecrets::isDemo).orElse(false);
    }

    /** A token that anyone can make: by a demo's issuer, or signed with a published secret. */
    private static boolean isDemo(JsonWebToken token) {
        return token.claims().issuer().filter(DEMO_ISSUERS::contains).isPresent()
                || token.isUnsigned()
                || VALUES.stream().anyMatch(token::isSignedWith);
    }

    private static String comparable(String value) {
        return value.length() > LONGEST_WORD ? value : value.toLowerCase(Locale.ROOT);
    }
}
