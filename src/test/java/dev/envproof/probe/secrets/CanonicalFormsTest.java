package dev.envproof.probe.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.DeclaredSecret.Kind;
import dev.envproof.probe.Fingerprints;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalFormsTest {
    private static final String SECRET = "Vb2L/m9Kd+4Ws8@Zp3Rt6Yh1Nf5Cq7";
    private static final Eye EYE =
            new Eye(new Fingerprints(), Set.of("staging", "stg", "production", "prod"), Set.of("job", "platform"));

    static Stream<Arguments> coats() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        String url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("itself", SECRET),
                Arguments.of("quotes", '"' + SECRET + '"'),
                Arguments.of("a line end", SECRET + "\r\n"),
                Arguments.of("a byte order mark", '\uFEFF' + SECRET),
                Arguments.of("its variable", "ACCESS_KEY=" + SECRET),
                Arguments.of("base64", base64),
                Arguments.of("base64 without padding", base64.replace("=", "")),
                Arguments.of("base64 of a quoted value", base64('"' + SECRET + '"')),
                Arguments.of("base64 twice", base64(base64)),
                Arguments.of("URL-safe base64", Base64.getUrlEncoder().encodeToString(bytes)),
                Arguments.of("Laravel's prefix", "base64:" + base64),
                Arguments.of("hex", HexFormat.of().formatHex(bytes)),
                Arguments.of("hex in capitals", HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT)),
                Arguments.of("percent encoding", url),
                Arguments.of("a bearer token", "Bearer " + SECRET),
                Arguments.of("basic authentication", "Basic " + base64("app:" + SECRET)),
                Arguments.of("a URL", "postgresql://app:" + url + "@db.example:5432/app?sslmode=require"),
                Arguments.of("a URL that nobody encoded", "postgresql://app:" + SECRET + "@db.example/app"),
                Arguments.of("a JDBC URL", "jdbc:postgresql://db.example/app?user=app&password=" + url),
                Arguments.of("a connection string", "host=db.example user=app password=" + SECRET),
                Arguments.of("a JSON object", "{\"user\":\"app\",\"password\":\"" + SECRET + "\"}"),
                Arguments.of("a nested JSON object", "{\"db\":{\"user\":\"app\",\"password\":\"" + SECRET + "\"}}"),
                Arguments.of("a JSON list", "[{\"kid\":\"1\",\"key\":\"" + SECRET + "\"}]"),
                Arguments.of("a URL in a JSON object", "{\"url\":\"redis://:" + url + "@cache.example\"}"),
                Arguments.of("a cache's list of settings", "cache.example:6379,password=" + SECRET + ",ssl=True"),
                Arguments.of("a client's secret", "client_id=app;client_secret=" + SECRET),
                Arguments.of("JSON escapes", SECRET.replace("/", "\\/")),
                Arguments.of("its environment's name", SECRET + "-staging"),
                Arguments.of("its environment's name in front", "PROD_" + SECRET));
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("coats")
    void the_same_secret_meets_itself_in_every_coat(String name, String value) {
        assertThat(see(value).meets(see(SECRET))).as(name).isTrue();
        assertThat(see(value).meets(see("redis://:" + SECRET + "@cache.example")))
                .as(name)
                .isTrue();
    }

    @Test
    void different_secrets_of_one_make_do_not_meet() {
        assertThat(see(Tokens.of("{\"ref\":\"a\"}")).meets(see(Tokens.of("{\"ref\":\"b\"}"))))
                .isFalse();
        assertThat(see("postgresql://app:Vb2Lm9Kd4Ws8Zp3R@db.example/app")
                        .meets(see("postgresql://app:Rt6Yh1Nf5Cq7Xk4W@db.example/app")))
                .isFalse();
        assertThat(see("{\"type\":\"service_account\",\"private_key\":\"Vb2Lm9Kd4Ws8Zp3R\"}")
                        .meets(see("{\"type\":\"service_account\",\"private_key\":\"Rt6Yh1Nf5Cq7Xk4W\"}")))
                .isFalse();
    }

    @Test
    void what_every_key_file_of_a_provider_says_is_no_secret() {
        String file = "{\"type\":\"service_account\",\"private_key\":\"%s\","
                + "\"token_uri\":\"https://oauth2.provider.example/token\",\"key_type\":\"service_account\","
                + "\"key_algorithm\":\"KEY_ALG_RSA_2048\"}";
        assertThat(see(file.formatted("Vb2Lm9Kd4Ws8Zp3R")).meets(see(file.formatted("Rt6Yh1Nf5Cq7Xk4W"))))
                .isFalse();
    }

    @Test
    void a_user_name_or_a_host_is_no_secret() {
        Sighting one = see("postgresql://application:Vb2Lm9Kd4Ws8Zp3R@db.example/application");
        assertThat(one.meets(see("application"))).isFalse();
        assertThat(one.meets(see("db.example"))).isFalse();
    }

    @Test
    void a_uuid_is_itself_without_dashes() {
        assertThat(see("7c9e6679-7425-40de-944b-e07fc1f90ae7").meets(see("7C9E6679742540DE944BE07FC1F90AE7")))
                .isTrue();
    }

    @Test
    void another_run_sees_other_fingerprints() {
        Eye other = new Eye(new Fingerprints(), Set.of(), Set.of());
        assertThat(other.see("KEY", slot(), SECRET).fingerprints())
                .doesNotContainAnyElementsOf(see(SECRET).fingerprints());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sighting see(String value) {
        return EYE.see("KEY", slot(), value);
    }

    private static Slot slot() {
        return new Slot(DeclaredSecret.of("KEY", Kind.OPAQUE), true, Optional.empty());
    }
}
