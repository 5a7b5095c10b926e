package dev.envproof.replica.embedded;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Bad secrets, and good ones that look bad. Each stands in a slot whose value the system can still work with: the access
 * key is whatever edge and caller agree on, and no service uses the anon key.
 */
final class SecretFaults {
    private static final String STAGING = "staging";
    private static final String ANON = "anon";
    private static final String SERVICE = "service_role";
    /** Signs the demo keys of Supabase's local stack, and is published with it. */
    private static final String DEMO_SECRET = "super-secret-jwt-token-with-at-least-32-characters-long";

    private static final Duration LONG_AGO = Duration.ofDays(4_000);
    private static final Duration OVERDUE = Duration.ofDays(120);
    private static final Duration ALMOST_DUE = Duration.ofDays(89);
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final SystemUnderTest system;
    private final Map<String, Project> projects;
    private final Map<String, String> values;

    private SecretFaults(SystemUnderTest system, Map<String, Project> projects, Map<String, String> values) {
        this.system = system;
        this.projects = projects;
        this.values = values;
    }

    /**
     * @param projects by environment
     * @param values the healthy ones, to be changed in place
     */
    static void put(
            SystemUnderTest system,
            Set<Deviation> deviations,
            Map<String, Project> projects,
            Map<String, String> values) {
        SecretFaults faults = new SecretFaults(system, projects, values);
        for (Deviation deviation : deviations) {
            if (deviation instanceof Fault fault) {
                faults.commit(fault);
            } else if (deviation instanceof LookAlike lookAlike) {
                faults.show(lookAlike);
            }
        }
    }

    private void commit(Fault fault) {
        switch (fault) {
            case SECRETS_SHARED_BETWEEN_ENVIRONMENTS ->
                change(database(), url -> url.replace(password(STAGING), password("production")));
            case SECRETS_PLACEHOLDER -> change(access(), key -> "your_staging_access_key");
            case SECRETS_TOO_SHORT -> change(access(), key -> key.substring(0, 20));
            case SECRETS_REPETITION -> change(access(), key -> "a".repeat(40));
            case SECRETS_SET_BUT_EMPTY -> change(key(STAGING, ANON), key -> "");
            case SECRETS_UNRESOLVED_TEMPLATE -> change(access(), key -> "${STAGING_ACCESS_KEY}");
            case SECRETS_QUOTE_RESIDUE -> change(access(), key -> '"' + key + '"');
            case SECRETS_ANON_AND_SERVICE_SWAPPED ->
                change(key(STAGING, ANON), key -> project(STAGING).serviceKey());
            case SECRETS_KEY_EXPIRED ->
                change(
                        key(STAGING, ANON),
                        key -> project(STAGING).key(ANON, Instant.now().minus(LONG_AGO)));
            case SECRETS_DEMO_KEY -> change(key(STAGING, ANON), key -> demoKey());
            case SECRETS_ONE_VALUE_TWO_ROLES -> change(access(), key -> password(STAGING));
            case SECRETS_ROTATION_OVERDUE ->
                change(
                        key(STAGING, SERVICE),
                        key -> project(STAGING).key(SERVICE, Instant.now().minus(OVERDUE)));
            case SECRETS_UNSET -> key(STAGING, ANON).ifPresent(values::remove);
            case SECRETS_KEY_OF_SIBLING_PROJECT ->
                change(key(STAGING, ANON), key -> project("production").anonKey());
            default -> {
                // a fault of another kind
            }
        }
    }

    private void show(LookAlike lookAlike) {
        switch (lookAlike) {
            case SECRETS_PUBLIC_KEYS_EQUAL ->
                system.environments()
                        .forEach(environment -> change(
                                key(environment.name(), ANON),
                                key -> "sb_publishable_" + project(STAGING).ref()));
            case SECRETS_RANDOM_WITH_TEST -> change(access(), key -> "test" + key);
            case SECRETS_SHORT_AS_DECLARED -> change(access(), key -> key.substring(0, 24));
            case SECRETS_HEX_TOKEN ->
                change(access(), key -> hex(project(STAGING).objectIdentity()));
            case SECRETS_OPTIONAL_EMPTY -> change(key(STAGING, ANON), key -> "");
            case SECRETS_DOLLAR_IN_PASSWORD -> change(access(), key -> key.substring(0, 30) + "$Kq{" + "$$}" + "9");
            case SECRETS_ENDS_WITH_EQUALS_SIGN -> change(access(), key -> key + "=");
            case SECRETS_NOT_BEFORE_WITHIN_SKEW ->
                change(
                        key(STAGING, ANON),
                        key -> project(STAGING).key(ANON, Instant.now().plus(SKEW)));
            case SECRETS_DEMO_KEY_IN_DEVELOPMENT -> change(key("development", ANON), key -> demoKey());
            case SECRETS_PARTS_OF_ONE_CONNECTION -> values.put("PGPASSWORD", password(STAGING));
            case SECRETS_ROTATION_ALMOST_DUE ->
                change(
                        key(STAGING, SERVICE),
                        key -> project(STAGING).key(SERVICE, Instant.now().minus(ALMOST_DUE)));
            default -> {
                // a look-alike of another kind
            }
        }
    }

    private void change(Optional<String> variable, UnaryOperator<String> change) {
        variable.ifPresent(name -> values.computeIfPresent(name, (same, value) -> change.apply(value)));
    }

    private Optional<String> access() {
        return system.environment(STAGING).flatMap(Environment::access).map(Environment.AccessKey::variable);
    }

    private Optional<String> database() {
        return system.environment(STAGING).stream()
                .flatMap(environment -> environment.stores().stream())
                .filter(address -> system.store(address.store()).stream().anyMatch(Store.Database.class::isInstance))
                .map(StoreAddress::urlVariable)
                .findFirst();
    }

    private Optional<String> key(String environment, String role) {
        return system.environment(environment).stream()
                .flatMap(declared -> declared.secrets().stream())
                .filter(secret -> secret.role().equals(Optional.of(role)))
                .map(DeclaredSecret::variable)
                .findFirst();
    }

    private Project project(String environment) {
        return Optional.ofNullable(projects.get(environment))
                .orElseThrow(() -> new IllegalStateException("no project for " + environment));
    }

    private String password(String environment) {
        return project(environment).databasePassword();
    }

    private static String demoKey() {
        return Jwt.signed(Map.of("iss", "supabase-demo", "role", ANON, "exp", 1_983_812_996), DEMO_SECRET);
    }

    private static String hex(String random) {
        return HexFormat.of().formatHex(random.getBytes(StandardCharsets.US_ASCII));
    }
}
