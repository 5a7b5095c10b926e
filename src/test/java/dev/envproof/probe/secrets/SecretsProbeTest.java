package dev.envproof.probe.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.secrets.Sighting.Presence;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsProbeTest {
    private static final String PLANTED = "Vb2L/m9Kd+4Ws8@Zp3Rt6Yh1Nf5Cq7";

    @Test
    void sees_each_declared_secret_once_and_a_legacy_one_beside_it() {
        assertThat(Samples.production().seen(new Fingerprints()).declared())
                .extracting(Sighting::variable)
                .containsExactly(
                        "PRODUCTION_SERVICE_KEY",
                        "PRODUCTION_LEGACY_KEY",
                        "PRODUCTION_ANON_KEY",
                        "PRODUCTION_DATABASE_URL",
                        "PRODUCTION_URL");
        assertThat(Samples.staging().seen(new Fingerprints()).declared())
                .extracting(Sighting::variable)
                .contains("STAGING_ACCESS_KEY");
    }

    @Test
    void takes_the_legacy_value_where_the_variable_is_unset() {
        SecretsProbe.Seen seen =
                Samples.production().without("PRODUCTION_SERVICE_KEY").seen(new Fingerprints());
        assertThat(seen.declared()).first().satisfies(sighting -> {
            assertThat(sighting.variable()).isEqualTo("PRODUCTION_LEGACY_KEY");
            assertThat(sighting.secret().variable()).isEqualTo("PRODUCTION_SERVICE_KEY");
            assertThat(sighting.presence()).isEqualTo(Presence.SET);
        });
    }

    @Test
    void a_variable_that_is_not_in_the_deployments_files_is_unset_there(@TempDir Path folder) throws IOException {
        Path env = Files.writeString(folder.resolve(".env"), "DATABASE_URL_STAGING=made-up\n");
        SystemUnderTest system = Environments.load(
                Path.of("environments", "job-platform"),
                Map.of("STAGING_URL", "http://127.0.0.1:1"),
                Map.of("staging.variables-from", "[\"" + env.toAbsolutePath() + "\"]"));
        Target target =
                Targets.remote(system, system.environment("staging").orElseThrow(), Map.of("STAGING_ACCESS_KEY", "x"));

        SecretsProbe.Seen seen = new SecretsProbe()
                .look(target, Lookout.over(List.of(target), Redaction.of(List.of()), Duration.ofSeconds(1)));

        assertThat(seen.fromRunner()).isFalse();
        assertThat(seen.declared())
                .filteredOn(it -> it.variable().equals("STAGING_ACCESS_KEY"))
                .extracting(Sighting::presence)
                .containsExactly(Presence.UNSET);
    }

    @Test
    void an_unset_variable_is_unset_on_a_replica_and_not_visible_at_a_url() {
        assertThat(presence(Samples.staging().without("STAGING_ACCESS_KEY"))).isEqualTo(Presence.UNSET);
        assertThat(presence(Samples.staging().without("STAGING_ACCESS_KEY").remote()))
                .isEqualTo(Presence.NOT_VISIBLE);
        assertThat(presence(Samples.staging().with("STAGING_ACCESS_KEY", "").remote()))
                .isEqualTo(Presence.EMPTY);
    }

    @Test
    void sees_undeclared_variables_only_as_far_as_they_may_hold_a_secret() {
        SecretsProbe.Seen seen = Samples.staging()
                .with("BACKUP_URL", "postgresql://postgres:" + PLANTED + "@db.example/app")
                .with("PRODUCTION_SERVICE_KEY", "the environment that declares it answers for it")
                .with("DEBUG", "true")
                .seen(new Fingerprints());
        assertThat(seen.undeclared()).extracting(Sighting::variable).containsExactlyInAnyOrder("BACKUP_URL", "REGION");
    }

    @Test
    void reads_claims_and_the_project_of_a_host() {
        SecretsProbe.Seen seen = Samples.staging().seen(new Fingerprints());
        Claims claims = sighting(seen, "STAGING_SERVICE_KEY").claims().orElseThrow();
        assertThat(claims.role()).contains("service_role");
        assertThat(claims.project()).contains(Samples.STAGING_REF);
        assertThat(sighting(seen, "STAGING_URL").project()).contains(Samples.STAGING_REF);
        assertThat(sighting(seen, "STAGING_URL").fingerprints()).isEmpty();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                PLANTED,
                "\"" + PLANTED + "\"",
                "postgresql://app:" + PLANTED + "@db.example/app",
                "{\"password\":\"" + PLANTED + "\"}",
                PLANTED + "-staging"
            })
    void nothing_that_it_saw_holds_the_value_or_lets_anyone_find_it(String value) throws GeneralSecurityException {
        SecretsProbe.Seen seen = Samples.staging()
                .with("STAGING_ACCESS_KEY", value)
                .with("STAGING_ANON_KEY", Tokens.of("{\"role\":\"" + PLANTED + " x\",\"iss\":\"own\"}"))
                .with("HIDDEN_KEY", value)
                .seen(new Fingerprints());
        List<String> texts = new ArrayList<>(List.of(seen.toString()));
        collect(seen, texts);
        assertThat(texts).hasSizeGreaterThan(20);
        Redaction redaction = Redaction.of(List.of(PLANTED, value));
        List<String> hashes = List.of(hash("SHA-1", value), hash("SHA-256", value), hash("SHA-256", PLANTED));
        assertThat(texts).allSatisfy(text -> {
            assertThat(redaction.redact(text)).isEqualTo(text);
            assertThat(hashes).noneMatch(text.toLowerCase(Locale.ROOT)::contains);
        });
    }

    /** Every text that can be reached from a record, through collections and options. */
    private static void collect(Object seen, List<String> texts) {
        if (seen instanceof Record) {
            for (RecordComponent component : seen.getClass().getRecordComponents()) {
                collect(read(seen, component), texts);
            }
        } else if (seen instanceof Collection<?> all) {
            all.forEach(one -> collect(one, texts));
        } else if (seen instanceof Optional<?> option) {
            option.ifPresent(one -> collect(one, texts));
        } else {
            texts.add(seen.toString());
        }
    }

    private static Object read(Object seen, RecordComponent component) {
        try {
            return component.getAccessor().invoke(seen);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static String hash(String algorithm, String value) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm).digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static Presence presence(Samples samples) {
        return sighting(samples.seen(new Fingerprints()), "STAGING_ACCESS_KEY").presence();
    }

    private static Sighting sighting(SecretsProbe.Seen seen, String variable) {
        return seen.declared().stream()
                .filter(sighting -> sighting.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }
}
