package dev.envproof.fingerprint;

import dev.envproof.probe.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A key that runners share by a passphrase: PBKDF2 (RFC 8018) with HMAC-SHA-512. Its salt is the system's name, because
 * two runners that share nothing else must reach the same key; so the passphrase has to be long.
 *
 * @param check tells whether two files were made with one passphrase; the other half of the derived bytes
 */
record SharedKey(Fingerprints fingerprints, String check) {
    /** The variable that holds the passphrase. */
    static final String VARIABLE = "ENVPROOF_PASSPHRASE";

    /** Three times what OWASP's Password Storage Cheat Sheet asks of this function: it runs once, not at each login. */
    static final int ITERATIONS = 630_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int KEY_BYTES = 32;
    private static final int SHORTEST = 20;
    private static final int FEWEST_DIFFERENT = 8;

    /** @throws UnfitFingerprints where no passphrase is set, or one that can be guessed */
    static SharedKey of(String system, Map<String, String> variables, int iterations) {
        String passphrase = Optional.ofNullable(variables.get(VARIABLE)).orElse("");
        if (isWeak(passphrase)) {
            throw new UnfitFingerprints(VARIABLE + ": " + (passphrase.isEmpty() ? "not set" : "too easy to guess")
                    + "; accepted: the same " + SHORTEST + " characters or more at each runner, of " + FEWEST_DIFFERENT
                    + " kinds or more, as `openssl rand -base64 32` makes them");
        }
        byte[] derived = derived(passphrase, salt(system), iterations);
        return new SharedKey(
                Fingerprints.under(Arrays.copyOf(derived, KEY_BYTES)),
                HexFormat.of().formatHex(Arrays.copyOfRange(derived, KEY_BYTES, 2 * KEY_BYTES)));
    }

    /** Rows such as 123456 and abcdef, and what is said twice, are the first that a guesser tries. */
    private static boolean isWeak(String passphrase) {
        long ups = 0;
        for (int at = 1; at < passphrase.length(); at++) {
            ups += passphrase.charAt(at) - passphrase.charAt(at - 1) == 1 ? 1 : 0;
        }
        return passphrase.length() < SHORTEST
                || passphrase.chars().distinct().count() < FEWEST_DIFFERENT
                || ups > passphrase.length() / 2
                || passphrase.matches("(.{3,})\\1.*");
    }

    /** How the key is made, for a reader of the file. */
    static String derivation(int iterations) {
        return ALGORITHM + ", " + iterations + " iterations";
    }

    private static byte[] salt(String system) {
        return ("envproof fingerprints of " + system).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] derived(String passphrase, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, iterations, 2 * KEY_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
