package dev.envproof.probe.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.DeclaredSecret.Kind;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.secrets.Sighting.Presence;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    private static final Eye EYE =
            new Eye(new Fingerprints(), Set.of("staging", "stg", "production", "prod"), Set.of("job", "platform"));

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "changethis",
                "CHANGE_ME",
                "please-change-me-in-production",
                "your_api_key_here",
                "your-secret",
                "<new-service-role-key>",
                "{your-app-secret}",
                "sk-development-key",
                "sk-proj-xxxxxxxx",
                "xxxxxxxxxxxx",
                "insert-your-key-here",
                "super-secret",
                "supersecretkey",
                "my_super_secret_key_123",
                "dev-secret-key",
                "p@ssw0rd-staging",
                "todo",
                "null",
                "undefined",
                "REPLACE_WITH_REAL_KEY",
                "placeholder-for-key",
                "staging-access-key",
                "django-insecure-8f#2kd0sLq2mzn4v7x1c9b5t3y6u",
                "dev-only-not-for-production",
                "Q0hBTkdFLU1FLVBMRUFTRQ==",
                "some-generated-token-goes-here",
                "sk-...",
                "{paste key}",
                "topsecret",
                "test-secret-key-for-ci",
                "sk-ant-your-key",
                "P@ssw0rd1!",
                "job-platform-secret",
                "SET_ME_IN_ENV",
                "false",
                "???",
                "dev-key-12345",
                "very-long-secret-key-that-should-be-changed",
                "generate_with_openssl_rand_hex_32",
                "REMOVED",
                "<32-char-hex-key>",
                "Winter2023!",
                "https://your-project.supabase.co",
                "https://<ref>.supabase.co",
                "{\"password\":\"change-me-please\"}"
            })
    void takes_for_a_placeholder(String value) {
        assertThat(see(value).shapes()).containsExactly(Shape.PLACEHOLDER);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "postgres",
                "Admin",
                "super-secret-jwt-token-with-at-least-32-characters-long",
                "AKIAIOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                "postgresql://app:postgres@db.example/app",
                "UpNVntn3cDxHJpq99YMc1T1AQgQpc8kfYTuRgBiYa15BLrx8etQoXz3gZv1/u2oq",
                "cG9zdGdyZXNxbA==",
                "mysecretpassword",
                "sb_publishable_ACJWlzQHlZjBrEguHvfOxg_3BJgxAaH",
                "sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz",
                "TEST_NON_DEV_SECRET",
                "correct horse battery staple",
                "550e8400-e29b-41d4-a716-446655440000",
                "keycloak",
                "000102030405060708090a0b0c0d0e0f"
            })
    void takes_for_published(String value) {
        assertThat(see(value).shapes()).containsExactly(Shape.PUBLISHED);
    }

    @Test
    void knows_a_demo_token_by_its_issuer_and_by_a_published_signing_secret() {
        assertThat(see(Tokens.of("{\"iss\":\"supabase-demo\",\"role\":\"anon\"}"))
                        .shapes())
                .containsExactly(Shape.PUBLISHED);
        assertThat(see(Tokens.signed("{\"iss\":\"own\"}", "your-256-bit-secret"))
                        .shapes())
                .containsExactly(Shape.PUBLISHED);
        assertThat(see(Tokens.of("{\"iss\":\"supabase\",\"role\":\"anon\"}")).shapes())
                .isEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "1234567890123456789012345678901234567890",
                "abcdefghijklmnopqrstuvwxyz012345",
                "qwertyuiopasdfghjklzxcvbnm",
                "1qaz2wsx3edc4rfv5tgb6yhn",
                "abcabcabcabcabcabcabcabcabcabcabc",
                "Xk9!Xk9!Xk9!Xk9!Xk9!Xk9!Xk9!Xk9!",
                "zyxwvutsrqponmlkjihgfedcba",
                "01010101010101010101010101010101",
                "qwerty123456",
                "7fK2pQ9m7fK2pQ9m7fK2pQ9m7fK2pQ9m",
                "K7mQ9xR2pL4vN8wT3yB6K7mQ9xR2pL4vN8wT3yB6",
                "K7mQ9xR2pL44Lp2Rx9Qm7k",
                "a1b2c3d4e5f6g7h8i9j0",
                "1q2w3e4r5t6y7u8i9o0p",
                "!QAZ2wsx#EDC4rfv",
                "aabbccddeeffgghhiijjkkllmmnnoopp",
                "00112233445566778899aabbccddeeff",
                "2024-01-31",
                "20241125",
                "13579246801357924680",
                "qazwsxedcrfvtgbyhnujmikolp",
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "314159265358979323846264338327950288"
            })
    void takes_for_a_pattern(String value) {
        assertThat(see(value).shapes()).containsExactly(Shape.PATTERNED);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "Xq7testVb2Lm9Kd4Ws8Zp3Rt6Yh1Nf5C",
                "test-9f8a7c6e5b4d3a2f1e0d",
                "pa$$w9Rd!kX2m$Lq7",
                "x$Ab9kQ2$mZ7pLw4",
                "a3f1c29e84d07b56a3e8f1c04d9b7265",
                "MTk4ZDI4NzFhYjM0ZGU5OGM3NjU0MzIxZmVkY2JhMDk=",
                "sb_secret_N7UND0UgjKTV",
                "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                "correct-zebra-orbit-lantern-53",
                "sk_live_51Hq7testVb2Lm9Kd4Ws8Z",
                "exchange-Vb2Lm9Kd4Ws8Zp3",
                "your7Kd4Ws8Zp3Rt6Yh1Nf5C",
                "{Kd4Ws8Zp3Rt6Yh1Nf5CqR9a}",
                "<Kd4Ws8Zp3Rt6Yh1Nf5CqR9a>",
                "%Kd4Ws8Zp3Rt6Yh1Nf5CqR9a%",
                "@Kd4Ws8Zp3Rt6Yh1Nf5CqR9a@",
                "Kd4Ws8$(Zp3R)6Yh1Nf5CqRt",
                "sb_secret_9Kd4Ws8Zp3Rt6Yh1Nf5CqR_aB3dE5fG",
                "AKIA4Q7XZP2M9LKR5T3B",
                "Q7KD-93MX-ZP4T-R8VB",
                "https://abcdwxyzklmnopqrtuvs.supabase.co",
                "ops-2024-Kd4Ws8Zp3Rt6Yh1Nf5CqR9"
            })
    void finds_nothing_wrong_with(String value) {
        assertThat(see(value).shapes()).isEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(ints = {8, 16, 20, 32, 40, 64})
    void finds_nothing_wrong_with_random_values(int bytes) {
        Random random = new Random(20_261_121L + bytes);
        for (int round = 0; round < 300; round++) {
            byte[] value = new byte[bytes];
            random.nextBytes(value);
            String hex = new BigInteger(1, value).toString(16);
            String base64 = Base64.getEncoder().encodeToString(value);
            String printable = IntStream.range(0, bytes)
                    .mapToObj(at -> Character.toString('!' + Math.floorMod(value[at], 94)))
                    .collect(Collectors.joining());
            assertThat(see(hex).shapes()).as("hex, round %d", round).isEmpty();
            assertThat(see(base64).shapes()).as("base64, round %d", round).isEmpty();
            assertThat(see(printable).isStandIn())
                    .as("printable, round %d", round)
                    .isFalse();
        }
    }

    @Test
    void tells_residue_from_the_value() {
        assertThat(see("\"Vb2Lm9Kd4Ws8Zp3\"").shapes()).containsExactly(Shape.QUOTED);
        assertThat(see("\u201CVb2Lm9Kd4Ws8Zp3\u201D").shapes()).containsExactly(Shape.QUOTED);
        assertThat(see("Vb2Lm9Kd4Ws8Zp3\r").shapes()).containsExactly(Shape.CARRIAGE_RETURN);
        assertThat(see("Vb2Lm9Kd4Ws8Zp3\n").shapes()).containsExactly(Shape.PADDED);
        assertThat(see("\uFEFFVb2Lm9Kd4Ws8Zp3").shapes()).containsExactly(Shape.INVISIBLE);
        assertThat(see("ACCESS_KEY=Vb2Lm9Kd4Ws8Zp3").shapes()).containsExactly(Shape.OWN_NAME);
        assertThat(see("Vb2Lm9Kd4Ws8Zp3  # rotate").shapes()).containsExactly(Shape.COMMENT);
        assertThat(see("postgresql://app:%22Vb2Lm9Kd4Ws8Zp3%22@db.example/app").shapes())
                .containsExactly(Shape.QUOTED);
    }

    @Test
    void leaves_armoured_keys_and_padding_of_base64_alone() {
        assertThat(see("-----BEGIN PRIVATE KEY-----\nVb2Lm9Kd4Ws8Zp3Rt6Yh1Nf5Cq7\n-----END PRIVATE KEY-----\n")
                        .shapes())
                .isEmpty();
        assertThat(see("Vb2Lm9Kd4Ws8Zp3Rt6Yh1A==").shapes()).isEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "   ",
                "\"\"",
                "\r\n",
                "postgresql://app:@db.example/app",
                "postgresql+asyncpg://app@db.example/app",
                "redis://cache.example:6379/0",
                "host=db password= user=app"
            })
    void takes_for_empty(String value) {
        assertThat(see(value).presence()).isEqualTo(Presence.EMPTY);
    }

    @Test
    void measures_the_password_of_a_url_and_keeps_a_class_of_the_length() {
        Sighting url = EYE.see(
                "DATABASE_URL",
                new Slot(DeclaredSecret.of("DATABASE_URL", Kind.URL), true, Optional.empty()),
                "postgresql://a-very-long-user-name:Vb2Lm9Kd@db.example/app");
        assertThat(url.reachesMinimum()).isFalse();
        assertThat(url.length()).contains(new LengthClass(8, 15));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "a",
                "ab",
                "f0",
                "Vb2L9",
                "\"",
                "'",
                "\\",
                "aB",
                "a-",
                "a1",
                "{",
                "[",
                "%41",
                "password=",
                "a:b@",
                "://",
                "${",
                "{{",
                "x.",
                "-_",
                "\r\n",
                "\u0000",
                "\uD83D\uDE00",
                "\uD83D"
            })
    void takes_no_long_value_for_an_attack(String piece) {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (String value :
                    List.of(piece.repeat(20_000), "k://u:" + piece.repeat(9_000) + "@h", piece.repeat(15_000) + "!")) {
                assertThat(see(value).variable()).isEqualTo("STAGING_ACCESS_KEY");
            }
        });
    }

    @Test
    void takes_a_token_that_nobody_signed_for_published() {
        String unsigned = Tokens.of("{\"role\":\"anon\"}").replaceAll("\\.[^.]*$", ".");
        assertThat(see(unsigned).shapes()).containsExactly(Shape.PUBLISHED);
    }

    static Sighting see(String value) {
        return EYE.see(
                "STAGING_ACCESS_KEY",
                new Slot(DeclaredSecret.of("STAGING_ACCESS_KEY", Kind.OPAQUE), true, Optional.empty()),
                value);
    }
}
