package dev.envproof.probe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Compares secrets without keeping them: HMAC-SHA-256 (RFC 2104) under a 256-bit key, a random one for each run. */
public final class Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;

    private Fingerprints(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public Fingerprints() {
        this(random());
    }

    /** Fingerprints that whoever has the key can make again. */
    public static Fingerprints under(byte[] key) {
        return new Fingerprints(key);
    }

    private static byte[] random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }

    public String of(String value) {
        return of(value.getBytes(StandardCharsets.UTF_8));
    }

    public String of(byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(value));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
