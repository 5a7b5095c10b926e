package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed claims as Supabase's keys carry them: RFC 7519, HS256 only (RFC 7518, 3.2). */
final class Jwt {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private Jwt() {}

    static String signed(Map<String, Object> claims, String secret) {
        try {
            String unsigned = HEADER + "." + encode(JSON.writeValueAsBytes(claims));
            return unsigned + "." + encode(mac(unsigned, secret));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("claims are texts and numbers", impossible);
        }
    }

    /** The claims, where the token was signed with this secret and is valid at this time. */
    static Optional<JsonNode> verified(String token, String secret, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(HEADER)) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            if (!MessageDigest.isEqual(signature, mac(parts[0] + "." + parts[1], secret))) {
                return Optional.empty();
            }
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return Optional.of(claims).filter(known -> isValidAt(known, now));
        } catch (IllegalArgumentException | java.io.IOException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isValidAt(JsonNode claims, Instant now) {
        long second = now.getEpochSecond();
        return claims.path("nbf").asLong(0) <= second
                && second < claims.path("exp").asLong(0);
    }

    private static byte[] mac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
