package dev.envproof.replica.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One environment's Supabase project: its reference and its secrets, all random for this run.
 *
 * @param environment whose project it is
 * @param ref the project reference: 20 small letters, part of the database user, the keys' claims and the host
 * @param superuserPassword of the cluster's superuser, which no deployment is given
 * @param databasePassword of the deployment's own user
 * @param jwtSecret signs the project's keys
 * @param objectIdentity content of the bucket's object {@code identity}
 * @param made when the keys were issued
 */
public record Project(
        String environment,
        String ref,
        String superuserPassword,
        String databasePassword,
        String jwtSecret,
        String objectIdentity,
        Instant made) {
    private static final Duration AGE = Duration.ofHours(1);
    private static final Duration VALID = Duration.ofDays(3650);

    static Project random(String environment) {
        return new Project(
                environment,
                RandomText.letters(20),
                RandomText.word(40),
                RandomText.word(32),
                RandomText.word(64),
                RandomText.word(32),
                Instant.now().minus(AGE));
    }

    /** The database user that Supabase's pooler knows a project by. */
    String databaseUser() {
        return "postgres." + ref;
    }

    String databaseUrl(String address) {
        return "postgresql://" + databaseUser() + ":" + databasePassword + "@" + address + "/postgres";
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

    @Override
    public String toString() {
        return "project of " + environment;
    }
}
