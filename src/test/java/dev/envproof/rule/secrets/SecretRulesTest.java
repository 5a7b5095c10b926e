package dev.envproof.rule.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.probe.secrets.Samples;
import dev.envproof.probe.secrets.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecretRulesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/envproof/rule/secrets/findings.txt");
    private static final String ACCESS = "STAGING_ACCESS_KEY";
    private static final String SERVICE = "STAGING_SERVICE_KEY";
    private static final String ANON = "STAGING_ANON_KEY";
    private static final String DATABASE = "STAGING_DATABASE_URL";
    private static final String SHARED = "postgresql://postgres:" + Samples.PRODUCTION_PASSWORD + "@db.example/app";
    private static final long NOW = Samples.NOW.getEpochSecond();
    private static final long DAY = 86_400;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("the sibling's password", "secrets-differ-between-environments", with(DATABASE, SHARED)),
                fault(
                        "the sibling's password under an undeclared name",
                        "secrets-differ-between-environments",
                        with("BACKUP", SHARED)),
                fault(
                        "the sibling's password in a slot of another kind",
                        "secrets-differ-between-environments",
                        with(ACCESS, "staging-" + Samples.PRODUCTION_PASSWORD),
                        minimum(20)),
                fault("a placeholder that is also short", "no-placeholder-is-deployed", with(ACCESS, "changethis")),
                fault("a demo key", "no-published-default-is-deployed", with(ANON, demo("anon"))),
                fault(
                        "a database's default password",
                        "no-published-default-is-deployed",
                        with(DATABASE, "postgresql://app:postgres@db.example/app")),
                fault("a short key", "secrets-are-long-enough", with(ACCESS, "Vb2Lm9Kd4Ws8Zp3Rt6Yh")),
                fault(
                        "a short password in a long URL",
                        "secrets-are-long-enough",
                        with(DATABASE, "postgresql://application:Vb2Lm9Kd@database.example:5432/application")),
                fault("forty times one letter", "secrets-are-not-patterned", with(ACCESS, "a".repeat(40))),
                fault("nothing", "secrets-are-not-empty", with(ACCESS, "")),
                fault("no password", "secrets-are-not-empty", with(DATABASE, "postgresql://app:@db.example/app")),
                fault("no variable", "secrets-are-set", samples -> samples.without(ACCESS)),
                fault("a template", "templates-are-resolved", with(ACCESS, "${STAGING_ACCESS_KEY}")),
                fault(
                        "a template in a URL",
                        "templates-are-resolved",
                        with(DATABASE, "postgresql://app:${DB_PASSWORD}@db.example/app")),
                fault("quotes", "values-carry-no-residue", with(ACCESS, "\"pM3xT8vKq5RzD1wHn6YbLc4GsJ9fXe2A\"")),
                fault("a CR", "values-carry-no-residue", with(ACCESS, "pM3xT8vKq5RzD1wHn6YbLc4GsJ9fXe2A\r")),
                fault(
                        "swapped keys",
                        "keys-have-their-role",
                        with(SERVICE, key("anon")).andThen(with(ANON, key("service_role")))::apply),
                fault(
                        "a publishable key for the service",
                        "keys-have-their-role",
                        with(SERVICE, "sb_publishable_pM3xT8vKq5RzD1wHn6YbLc4GsJ9fXe2A")
                                .andThen(SecretRulesTest::rotated)::apply),
                fault("an expired key", "keys-are-in-force", with(ANON, lasting(NOW - 20 * DAY, NOW - DAY))),
                fault(
                        "a key that expired, as a text",
                        "keys-are-in-force",
                        with(ANON, Tokens.of("{\"role\":\"anon\",\"exp\":\"" + (NOW - DAY) + "\"}"))),
                fault(
                        "a key that is issued tomorrow",
                        "keys-are-in-force",
                        with(ANON, Tokens.of("{\"role\":\"anon\",\"iat\":" + (NOW + DAY) + "}"))),
                fault(
                        "a key that was cut",
                        "keys-have-their-role",
                        with(ANON, "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vb")),
                fault(
                        "a URL without a password",
                        "secrets-are-not-empty",
                        with(DATABASE, "postgresql://app@db.example/app")),
                fault(
                        "a sample address",
                        "no-placeholder-is-deployed",
                        with("STAGING_URL", "https://your-project.supabase.co")),
                fault(
                        "a key of tomorrow",
                        "keys-are-in-force",
                        with(ANON, Tokens.of("{\"role\":\"anon\",\"nbf\":" + (NOW + DAY) + "}"))),
                fault(
                        "the sibling's public key",
                        "keys-belong-to-their-project",
                        with(ANON, Samples.key(Samples.PRODUCTION_REF, "anon", "\"jti\":\"anon\""))),
                fault(
                        "the sibling's URL",
                        "keys-belong-to-their-project",
                        with("STAGING_URL", "https://" + Samples.PRODUCTION_REF + ".supabase.co")),
                fault(
                        "one value for two doors",
                        "one-secret-serves-one-role",
                        with(ACCESS, Samples.STAGING_PASSWORD),
                        minimum(20)),
                fault("an old key", "keys-are-rotated", with(SERVICE, serviceSince(NOW - 91 * DAY))));
    }

    static Stream<Arguments> lookAlikes() {
        return Stream.of(
                lookAlike("the healthy system", samples -> samples),
                lookAlike("random text that contains a word", with(ACCESS, "testXq7Vb2Lm9Kd4Ws8Zp3Rt6Yh1Nf5C")),
                lookAlike("dollar signs", with(ACCESS, "pa$$w9Rd!kX2m$Lq7$Vb2Lm9Kd4Ws8Zp3")),
                lookAlike("padding", with(ACCESS, "MTk4ZDI4NzFhYjM0ZGU5OGM3NjU0MzIxZmVkY2JhMDk=")),
                lookAlike("hex digits", with(ACCESS, "a3f1c29e84d07b56a3e8f1c04d9b7265")),
                lookAlike("a vendor's fixed length", with(ACCESS, "Vb2Lm9Kd4Ws8Zp3Rt6Yh"), minimum(20)),
                lookAlike(
                        "an optional one that is empty",
                        with(ANON, ""),
                        secret -> declared(secret, secret.minimumLength(), true, false)),
                lookAlike(
                        "a demo key where it is declared",
                        with(ANON, demo("anon")),
                        secret -> declared(secret, secret.minimumLength(), false, true)),
                lookAlike("a key for ten years", with(ANON, lasting(NOW, NOW + 3650 * DAY))),
                lookAlike("a clock that is ahead", with(ANON, lasting(NOW + 30, NOW + DAY))),
                lookAlike("a key that carries no claims", with(ANON, "pM3xT8vKq5RzD1wHn6YbLc4GsJ9fXe2B")),
                lookAlike("a custom domain", with("STAGING_URL", "https://data.jobs.example")),
                lookAlike(
                        "the same region and bucket",
                        with("REGION", "eu-west-1").andThen(with("BUCKET", "cvs"))::apply),
                lookAlike("the password's own variable", with("PGPASSWORD", Samples.STAGING_PASSWORD)),
                lookAlike("the sibling's variables at a shared edge", with("PRODUCTION_DATABASE_URL", SHARED)),
                lookAlike("a key of ninety days", with(SERVICE, serviceSince(NOW - 90 * DAY))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void one_fault_breaks_one_rule(String name, String rule, UnaryOperator<Samples> fault) {
        Judged judged = Judged.of(fault.apply(Samples.staging()));
        assertThat(judged.broken()).as(name).containsExactly("secrets/" + rule);
        assertThat(judged.inconclusive()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookAlikes")
    void a_healthy_look_alike_breaks_none(String name, UnaryOperator<Samples> lookAlike) {
        Judged judged = Judged.of(lookAlike.apply(Samples.staging()));
        assertThat(judged.text()).as(name).isEmpty();
        assertThat(judged.inconclusive()).isEmpty();
    }

    @Test
    void the_messages_are_as_reviewed() throws IOException {
        List<String> texts = new ArrayList<>();
        faults().forEach(fault -> {
            @SuppressWarnings("unchecked")
            UnaryOperator<Samples> committed = (UnaryOperator<Samples>) fault.get()[2];
            texts.add("# " + fault.get()[0] + "\n"
                    + Judged.of(committed.apply(Samples.staging())).text());
        });
        String text = String.join("\n\n", texts) + "\n";
        if ("write".equals(System.getenv("GOLDEN"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void what_the_run_is_not_told_is_left_open_and_named() {
        Judged judged = Judged.of(
                Samples.staging().without(ACCESS).remote(), Samples.production().remote());
        assertThat(judged.broken()).isEmpty();
        assertThat(judged.inconclusive())
                .contains("secrets/secrets-are-set", "secrets/secrets-differ-between-environments");
        assertThat(judged.verdicts())
                .hasEntrySatisfying(
                        "secrets/secrets-are-set",
                        verdict ->
                                assertThat(verdict.toString()).contains("set STAGING_ACCESS_KEY where the run starts"));
    }

    @Test
    void a_rotation_limit_without_a_date_is_left_open() {
        Samples undated = Samples.staging().with(SERVICE, "sb_secret_pM3xT8vKq5RzD1wHn6YbLc4GsJ9fXe2B");
        assertThat(Judged.of(undated).inconclusive()).containsExactly("secrets/keys-are-rotated");
        assertThat(Judged.of(rotated(undated)).inconclusive()).isEmpty();
    }

    @Test
    void a_legacy_variable_may_hold_the_same_value_but_not_the_siblings() {
        Samples staging = Samples.staging();
        Samples production = Samples.production()
                .with(
                        "PRODUCTION_LEGACY_KEY",
                        Samples.key(Samples.PRODUCTION_REF, "service_role", "\"jti\":\"service\""));
        assertThat(Judged.of(staging, production).text()).isEmpty();
        production.with(
                "PRODUCTION_LEGACY_KEY", Samples.key(Samples.STAGING_REF, "service_role", "\"jti\":\"service\""));
        assertThat(Judged.of(staging, production).broken())
                .containsExactly("secrets/secrets-differ-between-environments");
    }

    @Test
    void nothing_to_compare_is_no_difference() {
        Samples placeholders = Samples.staging()
                .with(ACCESS, "changethis")
                .with(SERVICE, "changethis")
                .with(DATABASE, "postgresql://app:changethis@db.example/app");
        assertThat(Judged.of(placeholders).inconclusive())
                .containsExactly("secrets/secrets-differ-between-environments");
    }

    private static Arguments fault(String name, String rule, UnaryOperator<Samples> fault) {
        return Arguments.of(name, rule, fault);
    }

    private static Arguments fault(
            String name, String rule, UnaryOperator<Samples> fault, UnaryOperator<DeclaredSecret> declared) {
        return Arguments.of(name, rule, (UnaryOperator<Samples>) samples -> fault.apply(samples.declaring(declared)));
    }

    private static Arguments lookAlike(String name, UnaryOperator<Samples> change) {
        return Arguments.of(name, change);
    }

    private static Arguments lookAlike(
            String name, UnaryOperator<Samples> change, UnaryOperator<DeclaredSecret> declared) {
        return Arguments.of(name, (UnaryOperator<Samples>) samples -> change.apply(samples.declaring(declared)));
    }

    private static UnaryOperator<Samples> with(String variable, String value) {
        return samples -> samples.with(variable, value);
    }

    private static Samples rotated(Samples samples) {
        return samples.declaring(secret -> new DeclaredSecret(
                secret.variable(),
                secret.kind(),
                secret.role(),
                secret.minimumLength(),
                secret.rotateWithin(),
                Optional.of(LocalDate.of(2026, 10, 1)),
                secret.isPublic(),
                secret.isOptional(),
                secret.mayBeDefault()));
    }

    private static UnaryOperator<DeclaredSecret> minimum(int length) {
        return secret -> declared(secret, length, false, false);
    }

    private static DeclaredSecret declared(
            DeclaredSecret secret, int minimumLength, boolean isOptional, boolean mayBeDefault) {
        return new DeclaredSecret(
                secret.variable(),
                secret.kind(),
                secret.role(),
                minimumLength,
                secret.rotateWithin(),
                secret.rotatedOn(),
                secret.isPublic(),
                isOptional,
                mayBeDefault);
    }

    private static String key(String role) {
        return Samples.key(Samples.STAGING_REF, role, "\"jti\":\"swapped\"");
    }

    private static String demo(String role) {
        return Tokens.of("{\"iss\":\"supabase-demo\",\"role\":\"" + role + "\",\"exp\":" + (NOW + DAY) + "}");
    }

    private static String lasting(long from, long until) {
        return Tokens.of("{\"role\":\"anon\",\"nbf\":" + from + ",\"exp\":" + until + "}");
    }

    private static String serviceSince(long issued) {
        return Tokens.of("{\"role\":\"service_role\",\"ref\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(Samples.STAGING_REF, issued, NOW + DAY));
    }
}
