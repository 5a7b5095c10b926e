package dev.envproof.probe.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value that tells a person, in the form that half an anonymisation leaves alone: letter case and the tag of a mail
 * address change nothing.
 */
record PersonalValue(String text) {
    private static final Pattern MAIL = Pattern.compile("([^@+]+)(?:\\+[^@]*)?@(.+)");

    /** Mailboxes that no person has (RFC 2142, and what every system is set up with). */
    private static final Set<String> ROLES = Set.of(
            "abuse",
            "admin",
            "administrator",
            "billing",
            "contact",
            "hello",
            "help",
            "hostmaster",
            "info",
            "no-reply",
            "noreply",
            "office",
            "postmaster",
            "root",
            "sales",
            "security",
            "support",
            "test",
            "webmaster");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32,128}");

    /** Empty where it tells none. */
    static Optional<PersonalValue> of(String raw) {
        String small = raw.strip().toLowerCase(Locale.ROOT);
        Matcher mail = MAIL.matcher(small);
        if (!mail.matches()) {
            return small.isEmpty() ? Optional.empty() : Optional.of(new PersonalValue(small));
        }
        String name = mail.group(1);
        if (ROLES.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(new PersonalValue(HASH.matcher(name).matches() ? name : name + "@" + mail.group(2)));
    }

    /** What a copy holds where someone took a plain hash for anonymous. */
    Stream<String> hashes() {
        return Stream.of("MD5", "SHA-1", "SHA-256").map(this::hashed);
    }

    private String hashed(String algorithm) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    /** It tells a person. */
    @Override
    public String toString() {
        return "a value";
    }
}
