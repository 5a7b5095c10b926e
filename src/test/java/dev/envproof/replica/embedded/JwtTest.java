package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final long SECOND = NOW.getEpochSecond();

    @Test
    void its_own_secret_opens_it() {
        String token = Jwt.signed(Map.of("role", "anon", "exp", SECOND + 1), "secret-a");
        assertThat(Jwt.verified(token, "secret-a", NOW))
                .hasValueSatisfying(
                        claims -> assertThat(claims.path("role").asText()).isEqualTo("anon"));
        assertThat(Jwt.verified(token, "secret-b", NOW)).isEmpty();
    }

    @Test
    void it_is_valid_neither_before_its_time_nor_after() {
        assertThat(Jwt.verified(Jwt.signed(Map.of("exp", SECOND), "s"), "s", NOW))
                .isEmpty();
        assertThat(Jwt.verified(Jwt.signed(Map.of("exp", SECOND + 9, "nbf", SECOND + 1), "s"), "s", NOW))
                .isEmpty();
        assertThat(Jwt.verified(Jwt.signed(Map.of("role", "anon"), "s"), "s", NOW))
                .isEmpty();
    }

    @Test
    void changed_or_unsigned_claims_are_refused() {
        String[] parts =
                Jwt.signed(Map.of("role", "anon", "exp", SECOND + 9), "s").split("\\.", -1);
        String claims = encoded("{\"role\":\"service_role\",\"exp\":" + (SECOND + 9) + "}");
        assertThat(Jwt.verified(parts[0] + "." + claims + "." + parts[2], "s", NOW))
                .isEmpty();
        assertThat(Jwt.verified(encoded("{\"alg\":\"none\"}") + "." + claims + ".", "s", NOW))
                .isEmpty();
        assertThat(Jwt.verified("not.a", "s", NOW)).isEmpty();
        assertThat(Jwt.verified(parts[0] + ".%%." + parts[2], "s", NOW)).isEmpty();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
