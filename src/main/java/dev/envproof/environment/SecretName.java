package dev.envproof.environment;

import dev.envproof.environment.DeclaredSecret.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a variable tells about its value. */
public record SecretName(String name) {
    private static final Set<String> SECRET_WORDS = Set.of(
            "SECRET",
            "SECRETS",
            "KEY",
            "KEYS",
            "TOKEN",
            "TOKENS",
            "PASSWORD",
            "PASSWORDS",
            "PASSWD",
            "PASS",
            "PWD",
            "PASSPHRASE",
            "PEPPER",
            "SALT",
            "CREDENTIAL",
            "CREDENTIALS",
            "JWT",
            "DSN",
            "PRIVATE",
            "APIKEY",
            "WEBHOOK",
            "SIGNING",
            "ENCRYPTION",
            "AUTH",
            "PEM",
            "CERT",
            "CERTIFICATE",
            "CONNSTR");

    /** Such a word at the end makes the variable a setting about a secret. */
    private static final Set<String> SETTING_WORDS = Set.of(
            "ALGORITHM",
            "ALG",
            "EXPIRE",
            "EXPIRES",
            "EXPIRY",
            "EXPIRATION",
            "MINUTES",
            "SECONDS",
            "HOURS",
            "DAYS",
            "TTL",
            "AGE",
            "LENGTH",
            "HEADER",
            "NAME",
            "FILE",
            "PATH",
            "PREFIX",
            "ISSUER",
            "AUDIENCE",
            "ENABLED",
            "DISABLED",
            "TYPE",
            "METHOD",
            "SIZE",
            "LIMIT",
            "ROTATION",
            "DIR",
            "USER",
            "USERNAME");

    private static final Pattern ENDS_LIKE_A_SECRET =
            Pattern.compile(".*(SECRET|APIKEY|ACCESSKEY|PRIVATEKEY|TOKEN|PASSWORD|PASSWD|PASSPHRASE)");

    /** Addresses that carry credentials, or lead to where data is kept. */
    private static final Pattern STORE_ADDRESS = Pattern.compile(
            ".*(DATABASE|DB|POSTGRES|POSTGRESQL|PG|MYSQL|MARIADB|MONGO|MONGODB|REDIS|VALKEY|CACHE|BROKER|RABBITMQ|AMQP"
                    + "|SUPABASE|ELASTIC|ELASTICSEARCH|OPENSEARCH|NEO4J|S3|MINIO|SMTP|MAIL|MAILER|BACKEND|QUEUE)"
                    + "_(PUBLIC_)?(URL|URI|CONNECTION_STRING)(_[A-Z0-9]+)?");

    private static final Pattern TELLABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}|[a-z][a-z0-9_]{0,99}");
    private static final List<String> PUBLIC = List.of("ANON", "PUBLISHABLE", "PUBLIC");
    private static final List<String> BUNDLED = List.of("VITE_", "NEXT_PUBLIC_", "REACT_APP_", "NUXT_PUBLIC_");

    /** Whether it may be written down: a value in a name's place seldom looks like one. */
    public boolean isTellable() {
        return TELLABLE.matcher(name).matches() && !Randomness.shows(name);
    }

    /** Whether it names a store's address, which is a secret only where a password stands in it. */
    public boolean isAddress() {
        return STORE_ADDRESS.matcher(upper()).matches() && words().stream().noneMatch(SECRET_WORDS::contains);
    }

    /** Whether its value must not be kept, however little it looks like a secret. */
    public boolean mayHoldSecret() {
        return words().stream().anyMatch(SECRET_WORDS::contains)
                || ENDS_LIKE_A_SECRET.matcher(upper()).matches()
                || STORE_ADDRESS.matcher(upper()).matches();
    }

    public boolean isSecret() {
        List<String> words = words();
        return mayHoldSecret() && !SETTING_WORDS.contains(words.get(words.size() - 1));
    }

    public boolean isPublic() {
        return words().contains("ANON")
                || BUNDLED.stream().anyMatch(upper()::startsWith)
                || words().contains("KEY") && words().stream().anyMatch(PUBLIC::contains);
    }

    public Kind kind() {
        List<String> words = words();
        if (role().isPresent()) {
            return Kind.JWT;
        }
        if (words.contains("URL") || words.contains("URI") || words.contains("DSN")) {
            return Kind.URL;
        }
        boolean isPassword = words.stream().anyMatch(Set.of("PASSWORD", "PASSWD", "PASS", "PWD")::contains);
        return isPassword ? Kind.PASSWORD : Kind.OPAQUE;
    }

    /** The role that Supabase's keys name in their claims. */
    public Optional<String> role() {
        if (upper().contains("SERVICE_ROLE_KEY")) {
            return Optional.of("service_role");
        }
        return upper().contains("ANON_KEY") ? Optional.of("anon") : Optional.empty();
    }

    private List<String> words() {
        return Arrays.asList(upper().split("_", -1));
    }

    private String upper() {
        return name.toUpperCase(Locale.ROOT);
    }
}
