package dev.envproof.probe.logs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hashes of a secret that anyone can compute who guesses it. A keyed one (HMAC) differs with every key and is none of
 * these.
 */
final class UnsaltedHashes {
    private static final String[] ALGORITHMS = {"MD5", "SHA-1", "SHA-256", "SHA-512"};
    private final Map<String, String> hexByAlgorithm = new LinkedHashMap<>();
    private final Map<String, String> base64ByAlgorithm = new LinkedHashMap<>();

    private UnsaltedHashes() {}

    static UnsaltedHashes of(String secret) {
        UnsaltedHashes hashes = new UnsaltedHashes();
        for (String algorithm : ALGORITHMS) {
            byte[] hash = hash(algorithm, secret);
            hashes.hexByAlgorithm.put(algorithm, HexFormat.of().formatHex(hash));
            hashes.base64ByAlgorithm.put(
                    algorithm, Base64.getEncoder().withoutPadding().encodeToString(hash));
        }
        return hashes;
    }

    /** The algorithm of a hash that a text shows, whole or its beginning. */
    Optional<String> in(HashTokens tokens) {
        return Stream.concat(
                        starting(hexByAlgorithm, tokens.hex().stream()),
                        starting(base64ByAlgorithm, tokens.base64().stream()))
                .findFirst();
    }

    private static Stream<String> starting(Map<String, String> hashes, Stream<String> tokens) {
        return tokens.flatMap(token -> hashes.entrySet().stream()
                .filter(hash -> hash.getValue().startsWith(token))
                .map(Map.Entry::getKey));
    }

    private static byte[] hash(String algorithm, String secret) {
        try {
            return MessageDigest.getInstance(algorithm).digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }
}
