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
    private static final String[] ALGORITHMS = {
        "MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA-512/256", "SHA3-256", "SHA3-512"
    };

    private final Map<String, String> hexByAlgorithm = new LinkedHashMap<>();
    private final Map<String, String> base64ByAlgorithm = new LinkedHashMap<>();

    private UnsaltedHashes() {}

    static UnsaltedHashes of(String secret) {
        UnsaltedHashes hashes = new UnsaltedHashes();
        for (String algorithm : ALGORITHMS) {
            hashes.add(algorithm, hash(algorithm, secret));
            // what a shell makes of it: echo $KEY | sha256sum
            hashes.add(algorithm + " (as a line)", hash(algorithm, secret + "\n"));
        }
        return hashes;
    }

    private void add(String algorithm, byte[] hash) {
        hexByAlgorithm.put(algorithm, HexFormat.of().formatHex(hash));
        base64ByAlgorithm.put(algorithm, Base64.getEncoder().withoutPadding().encodeToString(hash));
    }

    /** The algorithm of a hash that a text shows, whole or its beginning or end. */
    Optional<String> in(HashTokens tokens) {
        return Stream.concat(
                        cutTo(hexByAlgorithm, tokens.hex().stream()),
                        cutTo(base64ByAlgorithm, tokens.base64().stream()))
                .findFirst();
    }

    private static Stream<String> cutTo(Map<String, String> hashes, Stream<String> tokens) {
        return tokens.flatMap(token -> hashes.entrySet().stream()
                .filter(hash ->
                        hash.getValue().startsWith(token) || hash.getValue().endsWith(token))
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
