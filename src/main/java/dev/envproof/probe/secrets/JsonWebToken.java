package dev.envproof.probe.secrets;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signed token in compact form (RFC 7519, RFC 7515). */
public final class JsonWebToken {
    private static final Pattern COMPACT = Pattern.compile("([\\w-]{2,})={0,2}\\.([\\w-]{2,})={0,2}\\.([\\w-]*)={0,2}");
    private static final Map<String, String> MACS =
            Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_CLAIM = 64;

    /** So many seconds are the year 5138. */
    private static final long MILLIS = 100_000_000_000L;

    private final String algorithm;
    private final JsonNode payload;
    private final String signed;
    private final byte[] signature;

    private JsonWebToken(String algorithm, JsonNode payload, String signed, byte[] signature) {
        this.algorithm = algorithm;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    public static Optional<JsonWebToken> in(String text) {
        Matcher parts = COMPACT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<JsonNode> header = json(parts.group(1)).filter(node -> node.has("alg"));
        Optional<JsonNode> payload = json(parts.group(2));
        return header.flatMap(alg -> payload.map(claims -> new JsonWebToken(
                alg.path("alg").asText(),
                claims,
                parts.group(1) + "." + parts.group(2),
                decoded(parts.group(3)).orElse(new byte[0]))));
    }

    public Claims claims() {
        return new Claims(name("role"), name("ref"), name("iss"), instant("iat"), instant("exp"), instant("nbf"));
    }

    /** Nobody signed it, so that anyone can make one (RFC 7519, section 6). */
    boolean isUnsigned() {
        return signature.length == 0 || algorithm.equalsIgnoreCase("none");
    }

    boolean isSignedWith(String secret) {
        String mac = MACS.get(algorithm);
        if (mac == null || secret.isEmpty()) {
            return false;
        }
        try {
            Mac hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac));
            return MessageDigest.isEqual(hmac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)), signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + mac, impossible);
        }
    }

    /** A claim as a name; what is not one (long, with blanks or markup) is left out, since it comes from outside. */
    private Optional<String> name(String claim) {
        return Optional.of(payload.path(claim).asText(""))
                .filter(text -> text.length() <= LONGEST_CLAIM && text.matches("[\\w.:/@-]+"));
    }

    /** RFC 7519 asks for a number of seconds; issuers write texts and milliseconds too. */
    private Optional<Instant> instant(String claim) {
        try {
            String written = payload.path(claim).asText("");
            long number = written.isBlank() ? 0 : new BigDecimal(written.strip()).longValue();
            return number == 0
                    ? Optional.empty()
                    : Optional.of(number > MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        } catch (DateTimeException | NumberFormatException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> json(String part) {
        return decoded(part).flatMap(JsonWebToken::parsed).filter(JsonNode::isObject);
    }

    private static Optional<JsonNode> parsed(byte[] bytes) {
        try {
            return Optional.ofNullable(JSON.readTree(new String(bytes, StandardCharsets.UTF_8)));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decoded(String part) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
