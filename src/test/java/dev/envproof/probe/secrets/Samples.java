package dev.envproof.probe.secrets;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.DeclaredSecret.Kind;
import dev.envproof.environment.EdgeSecurity;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.Environment.Exposure;
import dev.envproof.environment.SecretPolicy;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.SocketWire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Staging and production with made-up secrets, each in its own deployment, and what the probe sees of them. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    public static final String STAGING_PASSWORD = "hV4nQ8tXz2LmW6rKc9Yb";
    public static final String PRODUCTION_PASSWORD = "Jd7sPf3GvB5kTq1ZxN0w";
    public static final String STAGING_REF = "abcdwxyzklmnopqrtuvs";
    public static final String PRODUCTION_REF = "zyxwdcbaponmlkqrstuv";

    private final Map<String, String> values = new HashMap<>();
    private Engine engine = Engine.EMBEDDED;
    private UnaryOperator<DeclaredSecret> declared = UnaryOperator.identity();
    private final String name;

    private Samples(String name) {
        this.name = name;
    }

    public static Samples staging() {
        return healthy("staging", STAGING_REF, STAGING_PASSWORD)
                .with("STAGING_ACCESS_KEY", "pM3xT8vKq5RzD1wHn6YbLc4GsJ9fXe2A");
    }

    public static Samples production() {
        return healthy("production", PRODUCTION_REF, PRODUCTION_PASSWORD)
                .with("PRODUCTION_LEGACY_KEY", key(PRODUCTION_REF, "service_role", "\"jti\":\"old\""));
    }

    private static Samples healthy(String name, String ref, String password) {
        Samples samples = new Samples(name);
        String variable = samples.variable("");
        return samples.with(variable + "SERVICE_KEY", key(ref, "service_role", "\"jti\":\"service\""))
                .with(variable + "ANON_KEY", key(ref, "anon", "\"jti\":\"anon\""))
                .with(variable + "DATABASE_URL", "postgresql://postgres:" + password + "@db.example:5432/app")
                .with(variable + "URL", "https://" + ref + ".supabase.co")
                .with("REGION", "eu-west-1");
    }

    /** Issued ten days ago, valid for ten years. */
    public static String key(String ref, String role, String more) {
        long issued = NOW.minus(Duration.ofDays(10)).getEpochSecond();
        return Tokens.of("{\"iss\":\"supabase\",\"ref\":\"%s\",\"role\":\"%s\",\"iat\":%d,\"exp\":%d,%s}"
                .formatted(ref, role, issued, issued + Duration.ofDays(3650).toSeconds(), more));
    }

    public String variable(String suffix) {
        return (name.equals("staging") ? "STAGING_" : "PRODUCTION_") + suffix;
    }

    public Samples with(String variable, String value) {
        values.put(variable, value);
        return this;
    }

    public Samples without(String variable) {
        values.remove(variable);
        return this;
    }

    public Samples remote() {
        engine = Engine.REMOTE;
        return this;
    }

    /** Changes how its secrets are declared. */
    public Samples declaring(UnaryOperator<DeclaredSecret> change) {
        declared = change;
        return this;
    }

    public SecretsProbe.Seen seen(Fingerprints fingerprints) {
        Target target = target();
        Redaction redaction = Redaction.of(Set.of());
        return new SecretsProbe(Clock.fixed(NOW, ZoneOffset.UTC))
                .look(
                        target,
                        new Lookout(
                                new SocketWire(redaction),
                                redaction,
                                fingerprints,
                                List.of(target),
                                new Planted(List.of()),
                                Duration.ofSeconds(1)));
    }

    public Environment environment() {
        return environment(name, variable(""), declared);
    }

    public SystemUnderTest system() {
        return target().system();
    }

    private Target target() {
        UnaryOperator<DeclaredSecret> asIs = UnaryOperator.identity();
        Environment staging = environment("staging", "STAGING_", name.equals("staging") ? declared : asIs);
        Environment production = environment("production", "PRODUCTION_", name.equals("staging") ? asIs : declared);
        SystemUnderTest system = new SystemUnderTest(
                "sample",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(staging, production),
                List.of(),
                Map.of(),
                Optional.empty());
        return new Target(
                system,
                name.equals("staging") ? staging : production,
                engine,
                URI.create("http://127.0.0.1:9/"),
                Map.of(),
                new Variables(values),
                Map.of(),
                Optional.empty());
    }

    private static Environment environment(String name, String prefix, UnaryOperator<DeclaredSecret> declared) {
        DeclaredSecret access = DeclaredSecret.of("STAGING_ACCESS_KEY", Kind.OPAQUE);
        List<DeclaredSecret> all = List.of(
                secret(prefix + "SERVICE_KEY", Kind.JWT, "service_role", Optional.of(Duration.ofDays(90)), false),
                secret(prefix + "ANON_KEY", Kind.JWT, "anon", Optional.empty(), true),
                DeclaredSecret.of(prefix + "DATABASE_URL", Kind.URL),
                access);
        List<DeclaredSecret> secrets = name.equals("staging") ? all : all.subList(0, 3);
        Optional<String> legacy = name.equals("production") ? Optional.of("PRODUCTION_LEGACY_KEY") : Optional.empty();
        return new Environment(
                name,
                name.equals("production") ? Set.of("prod") : Set.of("stg"),
                "public",
                Optional.empty(),
                prefix + "EDGE_URL",
                Optional.empty(),
                Map.of(),
                name.equals("staging")
                        ? Optional.of(new AccessKey("X-Access-Key", "STAGING_ACCESS_KEY"))
                        : Optional.empty(),
                List.of(new StoreAddress(
                        "storage",
                        prefix + "URL",
                        Optional.of(prefix + "SERVICE_KEY"),
                        Optional.empty(),
                        legacy,
                        false,
                        0)),
                secrets.stream().map(declared).toList(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Exposure.CLOSED,
                Exposure.CLOSED,
                false,
                "info",
                Map.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                true,
                List.of(),
                EdgeSecurity.unlessDeclared(),
                SecretPolicy.NONE);
    }

    private static DeclaredSecret secret(
            String variable, Kind kind, String role, Optional<Duration> rotateWithin, boolean isPublic) {
        return new DeclaredSecret(
                variable,
                kind,
                Optional.of(role),
                kind.minimumLength(),
                rotateWithin,
                Optional.empty(),
                isPublic,
                false,
                false);
    }
}
