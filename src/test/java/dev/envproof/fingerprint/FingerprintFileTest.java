package dev.envproof.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.report.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintFileTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());
    private static final String PASSPHRASE = "moss-Lantern-9-orbit-quilt";
    private static final String KEY = "kT4vQ9xZr2LmW8sYc6HbN3pJd7FgA5uE";
    private static final String OTHER_KEY = "Zq8Rw3Tn6Yb1Vc5Xm9Lk2Jh4Gf7Ds0Pa";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Bearer %s", "%s-staging", "\"%s\"", " %s "})
    void finds_a_secret_that_two_runners_share_in_whatever_coat(String coat) throws IOException {
        FingerprintComparison comparison = FingerprintComparison.of(
                read(staging(Map.of("STAGING_ACCESS_KEY", coat.formatted(KEY)))), read(production(KEY)));

        assertThat(comparison.word()).isEqualTo("BROKEN");
        assertThat(comparison.shared())
                .containsExactly("STAGING_ACCESS_KEY of staging and SUPABASE_PRIVATE_SERVICE_ROLE_KEY_PROD of"
                        + " production hold the same secret");
    }

    @Test
    void finds_it_in_base64_and_inside_a_url() {
        String encoded = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
        String url = "postgresql://app:" + KEY + "@db.staging.example:5432/jobs";

        assertThat(compared(Map.of("STAGING_ACCESS_KEY", encoded), KEY).shared())
                .hasSize(1);
        assertThat(compared(Map.of("DATABASE_URL_STAGING", url), KEY).shared()).hasSize(1);
    }

    @Test
    void is_not_sure_while_a_runner_lacked_a_secret() {
        FingerprintComparison comparison = compared(Map.of("STAGING_ACCESS_KEY", OTHER_KEY), KEY);

        assertThat(comparison.word()).isEqualTo("INCONCLUSIVE");
        assertThat(comparison.open())
                .anyMatch(line -> line.startsWith("DATABASE_URL_STAGING of staging: its runner did not have it"))
                .noneMatch(line -> line.startsWith("SUPABASE_ANON_KEY"));
    }

    @Test
    void holds_where_both_runners_had_all_and_all_differ() {
        FingerprintFile one = new FingerprintFile("s", "a", "c", List.of(), "", List.of(held("A", "1"), publicKey()));
        FingerprintFile other = new FingerprintFile("s", "b", "c", List.of(), "", List.of(held("A", "2"), publicKey()));

        assertThat(FingerprintComparison.of(one, other).word()).isEqualTo("HELD");
    }

    @Test
    void holds_nothing_that_can_be_guessed_at_without_the_passphrase() {
        String text = Json.print(staging(Map.of("STAGING_ACCESS_KEY", KEY)).tree());
        String underAnother =
                Json.print(file("staging", "ember-Trellis-4-canyon-violin", Map.of("STAGING_ACCESS_KEY", KEY))
                        .tree());

        assertThat(text).doesNotContain(KEY, PASSPHRASE).doesNotContainIgnoringCase(sha256(KEY));
        assertThat(hashes(text)).isNotEmpty().doesNotContainAnyElementsOf(hashes(underAnother));
    }

    @Test
    void keeps_public_values_and_placeholders_out() {
        Map<String, String> variables = Map.of(
                "STAGING_ACCESS_KEY", KEY, "SUPABASE_ANON_KEY_STAGING", OTHER_KEY, "DATABASE_URL_STAGING", "changeme");

        assertThat(staging(variables).secrets())
                .filteredOn(held -> !held.fingerprints().isEmpty())
                .extracting(Held::variable)
                .containsExactly("STAGING_ACCESS_KEY");
    }

    @Test
    void reads_the_files_that_hold_an_environments_variables() throws IOException {
        Path env = Files.writeString(folder.resolve(".env"), "STAGING_ACCESS_KEY=" + KEY + "\n");
        SystemUnderTest system = Environments.load(
                Path.of("environments", "job-platform"),
                Map.of(),
                Map.of("staging.variables-from", "[\"" + env.toAbsolutePath() + "\"]"));

        FingerprintFile file = FingerprintFile.of(
                system,
                system.environment("staging").orElseThrow(),
                Map.of(SharedKey.VARIABLE, PASSPHRASE, "DATABASE_URL_STAGING", OTHER_KEY),
                Instant.EPOCH,
                2);

        assertThat(FingerprintComparison.of(file, production(KEY)).shared()).hasSize(1);
        assertThat(file.count()).isEqualTo(1);
        assertThat(file.notVisible())
                .as("what the files lack, the deployment lacks")
                .isEmpty();
    }

    @Test
    void a_secret_that_a_ci_does_not_define_is_an_empty_variable_and_not_compared() {
        FingerprintFile file = staging(Map.of("STAGING_ACCESS_KEY", KEY, "DATABASE_URL_STAGING", ""));

        assertThat(file.notVisible()).contains("DATABASE_URL_STAGING");
        assertThat(FingerprintComparison.of(file, production(OTHER_KEY)).word()).isEqualTo("INCONCLUSIVE");
    }

    @Test
    void compares_a_declared_secret_with_what_nobody_declares() throws IOException {
        String common = "COMMON=" + OTHER_KEY + "\n";
        FingerprintFile one = ofFile("staging", "STAGING_ACCESS_KEY=" + KEY + "\n" + common);
        FingerprintFile other = ofFile(
                "production",
                "SUPABASE_PRIVATE_SERVICE_ROLE_KEY_PROD=Xw7Kp2Rv9Tn4Hb6Yd3Lq8Mz5Cf0Gs1Je\nSTRAY=" + KEY + "\n"
                        + common);

        assertThat(FingerprintComparison.of(one, read(other)).shared())
                .containsExactly("STAGING_ACCESS_KEY of staging and STRAY of production hold the same secret");
        assertThat(FingerprintComparison.of(other, one).shared()).hasSize(1);
    }

    @Test
    void is_not_sure_over_a_file_without_secrets() {
        FingerprintFile none = new FingerprintFile("s", "a", "c", List.of(), "", List.of(publicKey()));
        FingerprintFile one = new FingerprintFile("s", "b", "c", List.of(), "", List.of(held("A", "1")));

        assertThat(FingerprintComparison.of(none, one).word()).isEqualTo("INCONCLUSIVE");
        assertThat(FingerprintComparison.of(one, none).open())
                .containsExactly("a: its file holds no secret, so that there is nothing to compare");
    }

    private FingerprintFile ofFile(String environment, String text) throws IOException {
        Path env = Files.writeString(folder.resolve(".env." + environment), text);
        SystemUnderTest system = Environments.load(
                Path.of("environments", "job-platform"),
                Map.of(),
                Map.of(environment + ".variables-from", "[\"" + env.toAbsolutePath() + "\"]"));
        return FingerprintFile.of(
                system,
                system.environment(environment).orElseThrow(),
                Map.of(SharedKey.VARIABLE, PASSPHRASE),
                Instant.EPOCH,
                2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', not set",
        "short, too easy to guess",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaa, too easy to guess",
        "12345678901234567890, too easy to guess",
        "abcdefghijklmnopqrstuvwx, too easy to guess",
        "changeme-changeme-changeme, too easy to guess"
    })
    void refuses_a_passphrase_that_can_be_guessed(String passphrase, String seen) {
        assertThatThrownBy(() -> file("staging", passphrase, Map.of("STAGING_ACCESS_KEY", KEY)))
                .isInstanceOf(UnfitFingerprints.class)
                .hasMessageStartingWith("ENVPROOF_PASSPHRASE: " + seen + "; accepted: ");
    }

    @Test
    void refuses_to_write_of_an_environment_of_which_it_has_nothing() {
        assertThatThrownBy(() -> staging(Map.of()))
                .isInstanceOf(UnfitFingerprints.class)
                .hasMessageContaining("none of its secrets")
                .hasMessageContaining("STAGING_ACCESS_KEY");
    }

    @Test
    void refuses_files_that_can_not_be_compared() {
        FingerprintFile staging = staging(Map.of("STAGING_ACCESS_KEY", KEY));
        FingerprintFile elsewhere = file(
                "production", "ember-Trellis-4-canyon-violin", Map.of("SUPABASE_PRIVATE_SERVICE_ROLE_KEY_PROD", KEY));

        assertThatThrownBy(() -> FingerprintComparison.of(staging, elsewhere))
                .hasMessageContaining("made with different passphrases");
        assertThatThrownBy(() -> FingerprintComparison.of(staging, staging)).hasMessageContaining("of one environment");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"envproofFingerprints": 1      | no JSON, or cut
            {}                              | no fingerprints in it
            []                              | no fingerprints in it
            {"envproofFingerprints": 2}     | written by another version
            {"envproofFingerprints": 1}     | no usable `system`
            """)
    void refuses_a_strangers_file(String text, String seen) throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), text);

        assertThatThrownBy(() -> FingerprintReader.read(file))
                .isInstanceOf(UnfitFingerprints.class)
                .hasMessageContaining("file.json: " + seen)
                .hasMessageContaining("; accepted: ");
    }

    @Test
    void refuses_a_file_that_claims_a_secret_and_shows_none() throws IOException {
        String cut = Json.print(staging(Map.of("STAGING_ACCESS_KEY", KEY)).tree())
                .replaceAll("\"fingerprints\" : \\[[^]]*]", "\"fingerprints\" : [ ]");
        Path file = Files.writeString(folder.resolve("file.json"), cut);

        assertThatThrownBy(() -> FingerprintReader.read(file)).hasMessageContaining("a secret without fingerprints");
    }

    private FingerprintComparison compared(Map<String, String> staging, String production) {
        return FingerprintComparison.of(staging(staging), production(production));
    }

    private static FingerprintFile staging(Map<String, String> variables) {
        return file("staging", PASSPHRASE, variables);
    }

    private static FingerprintFile production(String key) {
        return file("production", PASSPHRASE, Map.of("SUPABASE_PRIVATE_SERVICE_ROLE_KEY_PROD", key));
    }

    /** Few rounds: what takes long is the same function. */
    private static FingerprintFile file(String environment, String passphrase, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(SharedKey.VARIABLE, passphrase);
        return FingerprintFile.of(
                SYSTEM,
                SYSTEM.environments().stream()
                        .filter(it -> it.name().equals(environment))
                        .findFirst()
                        .orElseThrow(),
                all,
                Instant.EPOCH,
                2);
    }

    private FingerprintFile read(FingerprintFile file) throws IOException {
        return FingerprintReader.read(
                Files.writeString(folder.resolve(file.environment() + ".json"), Json.print(file.tree())));
    }

    private static Held held(String variable, String fingerprint) {
        return new Held(variable, Held.State.SECRET, Set.of(fingerprint));
    }

    private static Held publicKey() {
        return new Held("PUBLIC", Held.State.PUBLIC, Set.of());
    }

    private static List<String> hashes(String text) {
        return Pattern.compile("[0-9a-f]{64}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
