package dev.envproof.probe.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens of a few minutes (RFC 7519), signed with HS256 (RFC 7518, 3.2) or not at all. */
record SignedToken(Optional<String> subject, Instant now) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFE = Duration.ofMinutes(5);

    String by(String secret) {
        return signed(unsigned("HS256", now.plus(LIFE)), secret);
    }

    String expiredBy(String secret) {
        return signed(unsigned("HS256", now.minus(LIFE)), secret);
    }

    /** The algorithm that asks for no signature (RFC 7519, 6). */
    String byNobody() {
        return unsigned("none", now.plus(LIFE)) + ".";
    }

    private String unsigned(String algorithm, Instant expires) {
        String subjectClaim = subject.map(
                        text -> "\"sub\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\",")
                .orElse("");
        long issued = expires.minus(LIFE).getEpochSecond();
        return encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "."
                + encode("{" + subjectClaim + "\"iat\":" + issued + ",\"exp\":" + expires.getEpochSecond() + "}");
    }

    private static String signed(String unsigned, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signature = mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII));
            return unsigned + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
