package dev.envproof.replica.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One environment's Supabase project: its reference and its secrets, all random for this run.
 *
 * @param environment whose project it is
 * @param isPooled whether a pooler stands before its database, which knows the project by its user
 * @param ref the project reference: 20 small letters, part of the database user, the keys' claims and the host
 * @param superuserPassword of the cluster's superuser, which no deployment is given
 * @param databasePassword of the deployment's own user
 * @param jwtSecret signs the project's keys
 * @param objectIdentity content of the bucket's object {@code identity}
 * @param made when the keys were issued
 * @param database the name of its database
 */
public record Project(
        String environment,
        boolean isPooled,
        String ref,
        String superuserPassword,
        String databasePassword,
        String jwtSecret,
        String objectIdentity,
        Instant made,
        String database) {
    /** The name of a database that no file names. */
    static final String ANY_DATABASE = "postgres";

    private static final Duration AGE = Duration.ofHours(1);
    private static final Duration VALID = Duration.ofDays(3650);

    static Project random(String environment, boolean isPooled) {
        return random(environment, isPooled, ANY_DATABASE);
    }

    static Project random(String environment, boolean isPooled, String database) {
        return new Project(
                environment,
                isPooled,
                RandomText.letters(20),
                RandomText.word(40),
                RandomText.word(32),
                RandomText.word(64),
                RandomText.word(32),
                Instant.now().minus(AGE),
                database);
    }

    /** Supabase's pooler knows a project by its user; a user of a database alone names no project. */
    String databaseUser() {
        return isPooled ? "postgres." + ref : "app_" + environment.replace('-', '_');
    }

    String databaseUrl(String address) {
        return "postgresql://" + databaseUser() + ":" + databasePassword + "@" + address + "/" + database;
    }

    String serviceKey() {
        return key("service_role", made);
    }

    String anonKey() {
        return key("anon", made);
    }

    String key(String role, Instant issued) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "supabase");
        claims.put("ref", ref);
        claims.put("role", role);
        claims.put("iat", issued.getEpochSecond());
        claims.put("exp", issued.plus(VALID).getEpochSecond());
        return Jwt.signed(claims, jwtSecret);
    }

    /** A random value of a deployment's variable: always the same in one run, and another in every environment. */
    String secret(String variable) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(jwtSecret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] random = mac.doFinal(variable.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "project of " + environment;
    }
}
