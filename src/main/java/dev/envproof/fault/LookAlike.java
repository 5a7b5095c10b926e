package dev.envproof.fault;

import java.util.HashMap;
import java.util.Map;

/** A healthy state that resembles a fault; every rule must stay green over it. */
public enum LookAlike implements Harmless {
    HEALTH_OPTIONAL_PART_DISABLED(Fault.HEALTH_UNHEALTHY_BODY, "an optional part reports `disabled`"),
    HEALTH_STATIC_LIVENESS_BESIDE(Fault.HEALTH_CONSTANT_ANSWER, "a static liveness path stands beside the real health"),
    HEALTH_FRONT_PAGE_BESIDE(
            Fault.HEALTH_FRONT_PAGE_ANSWERS, "a front end answers every unknown path; health is the service's own"),
    HEALTH_ALIAS_NAMED(Fault.HEALTH_REPORTS_ANOTHER_ENVIRONMENT, "health names a declared alias of the environment"),
    HEALTH_SLASH_ADDED(Fault.HEALTH_BEHIND_LOGIN, "health redirects to the same path with a slash"),
    HEALTH_SLOW_AT_FIRST(Fault.HEALTH_GREEN_THEN_RED, "the first health answer alone is slow"),
    CORS_PUBLIC_PATH(
            Fault.CORS_STAR_ON_PRIVATE,
            "a declared public path answers `*` without credentials",
            "production.cors.public-paths",
            "[/api/job-enricher/health]"),
    CORS_LOCALHOST_OF_DEVELOPERS(
            Fault.CORS_LOCALHOST_LEFT_IN,
            "development admits one more declared port of localhost",
            "development.cors.origins",
            "[\"http://localhost:5173\", \"http://localhost:4173\"]"),
    CORS_SHARED_ADMIN_ORIGIN(
            Fault.CORS_SIBLING_ORIGIN,
            "staging and production declare the same admin page",
            "production.cors.origins",
            "[\"https://jobs.example\", \"https://admin.jobs.example\"]",
            "staging.cors.origins",
            "[\"https://staging.jobs.example\", \"https://admin.jobs.example\"]"),
    CORS_SECOND_DOMAIN(
            Fault.CORS_PREFIX_MATCH,
            "a second declared origin begins like the first",
            "production.cors.origins",
            "[\"https://jobs.example\", \"https://jobs.example.net\"]"),
    CORS_DECLARED_SUBDOMAIN(
            Fault.CORS_SUFFIX_MATCH,
            "a second declared origin ends like the first",
            "production.cors.origins",
            "[\"https://jobs.example\", \"https://app.jobs.example\"]"),
    CORS_PREVIEW_WILDCARD(
            Fault.CORS_ANY_SUBDOMAIN,
            "staging declares a wildcard for its previews",
            "staging.cors.origin-patterns",
            "[\"https://*.preview.jobs.example\"]"),
    CORS_HTTP_IN_DEVELOPMENT(
            Fault.CORS_SCHEME_IGNORED,
            "development declares the http and the https origin of one host",
            "development.cors.origins",
            "[\"http://dev.jobs.example\", \"https://dev.jobs.example\"]"),
    CORS_DECLARED_PORT(
            Fault.CORS_PORT_IGNORED,
            "a second port of a host is declared",
            "production.cors.origins",
            "[\"https://jobs.example\", \"https://jobs.example:8443\"]"),
    CORS_HOST_WITH_DASH(
            Fault.CORS_SPECIAL_CHARACTERS,
            "a declared host has a dash",
            "production.cors.origins",
            "[\"https://job-board.example\"]"),
    CORS_SIMPLE_API(
            Fault.CORS_PREFLIGHT_TOO_SHORT,
            "production declares GET and the routing header, and admits no more",
            "production.cors.methods",
            "[GET]",
            "production.cors.headers",
            "[X-Environment]"),
    CORS_EDGE_REPLACES(Fault.CORS_TWO_LAYERS_ANSWER, "the edge replaces the service's allowed origin by its own"),
    CORS_PRIVATE_NETWORK_OF_DEVELOPERS(
            Fault.CORS_PRIVATE_NETWORK_OPEN,
            "development declares that pages may reach it in the developers' network",
            "development.cors.private-network",
            "true"),
    CORS_NOTHING_CACHED(Fault.CORS_VARY_MISSING, "answers that no cache keeps need no Vary"),
    ISOLATION_SAME_DATABASE_NAME(
            Fault.ISOLATION_SAME_DATABASE, "every environment's database has the same name, each on its own server"),
    ISOLATION_DIRECT_USER(Fault.ISOLATION_POOLER_USER_OF_SIBLING, "staging's database user names no project"),
    ISOLATION_SAME_BUCKET_NAME(
            Fault.ISOLATION_STORAGE_OF_SIBLING,
            "every environment's bucket has the same name, each in its own project"),
    ISOLATION_SIGNED_ADDRESS(
            Fault.ISOLATION_PRIVATE_BUCKET_PUBLIC,
            "an object of the private bucket is read at an address that its own project signed"),
    ISOLATION_ANONYMISED_COPY(
            Fault.ISOLATION_PERSONAL_DATA_COPIED, "staging holds production's rows with their ids, anonymised"),
    ISOLATION_PUBLIC_TABLE(
            Fault.ISOLATION_ROW_SECURITY_OFF, "a table that is public on purpose has no row-level security"),
    ISOLATION_MIGRATION_AHEAD(
            Fault.ISOLATION_MIGRATION_MISSING,
            "staging is one migration ahead, as declared",
            "staging.stores.database.migrations-ahead",
            "1"),
    ISOLATION_PLAIN_TEXT_INSIDE(
            Fault.ISOLATION_CONNECTION_WITHOUT_TLS,
            "development's database, whose file does not ask for TLS, speaks none"),
    ISOLATION_POINTERS_HARMLESS(
            Fault.ISOLATION_FOREIGN_SERVER_OF_SIBLING,
            "staging's foreign server points to staging, and its webhook to production is disabled"),
    LOGS_KEY_NAMED(Fault.LOGS_KEY_AT_START_UP, "a service logs the last four characters of its key"),
    LOGS_URL_MASKED(Fault.LOGS_URL_IN_ERROR, "an error text holds the database URL with a mask"),
    LOGS_ALIAS(
            Fault.LOGS_WRONG_ENVIRONMENT,
            "production goes by the name that its log lines have",
            "production.aliases",
            "[prod, live]"),
    LOGS_KEYED_FINGERPRINT(Fault.LOGS_REVERSIBLE_FINGERPRINT, "a keyed hash of a key is published"),
    LOGS_AUTHORIZATION_MASKED(Fault.LOGS_AUTHORIZATION_KEPT, "the access log keeps a mask of the Authorization header"),
    ROUTING_UNKNOWN_VALUE_REFUSED(
            Fault.ROUTING_UNKNOWN_VALUE_ELSEWHERE,
            "unknown values get a 400, as declared",
            "system.routing-header.unknown-value",
            "refused"),
    ROUTING_DEFAULT_IN_CAPITALS(
            Fault.ROUTING_DEFAULT_IS_DEVELOPMENT, "DEFAULT_ENVIRONMENT is written in capital letters"),
    ROUTING_LEGACY_ALONE(
            Fault.ROUTING_LEGACY_POINTS_TO_DEVELOPMENT,
            "production's variables are unset and the legacy ones hold production's values"),
    ROUTING_ANSWER_HEADER_ABSENT(
            Fault.ROUTING_ANSWER_HEADER_CONSTANT,
            "no response header names the environment, and none is declared",
            "system.routing-header.answered-by",
            "null"),
    ROUTING_CLIENT_KEPT_FOR_EACH(
            Fault.ROUTING_CLIENT_CACHED,
            "services keep the client of an environment's first request, one for each environment"),
    ROUTING_SELECTOR_ECHOED(Fault.ROUTING_SECOND_SELECTOR, "an undeclared header's value is echoed and not heeded"),
    ROUTING_NGINX_SETS_IT_FROM_ITSELF(
            Fault.ROUTING_NGINX_DROPS_HEADER,
            "a location sets the header from its own variable; the others leave it alone, so that nginx passes it on"),
    FLAGS_DEBUG_ASKS_FOR_LOGIN(Fault.FLAGS_DEBUG_OPEN, "closed debug endpoints ask for a login"),
    FLAGS_HIGHER_LIMIT(
            Fault.FLAGS_RATE_LIMIT_OFF, "production declares a higher burst", "production.rate-limit.burst", "35"),
    FLAGS_MOCKS_OF_DEVELOPERS(Fault.FLAGS_MOCKS_ON, "development answers from mocks, as declared"),
    FLAGS_PUBLIC_DOCUMENTATION(
            Fault.FLAGS_DOCUMENTATION_OPEN,
            "production declares its API documentation as open",
            "production.api-documentation",
            "open"),
    FLAGS_ERROR_WITH_REQUEST_ID(Fault.FLAGS_STACK_TRACE, "an error answers with a request id"),
    FLAGS_DEBUG_LOGS_OF_STAGING(
            Fault.FLAGS_LOG_LEVEL_DEBUG, "staging declares that it logs at debug level", "staging.log-level", "debug"),
    SECRETS_PUBLIC_KEYS_EQUAL(Fault.SECRETS_SHARED_BETWEEN_ENVIRONMENTS, "all environments hand out one public key"),
    SECRETS_RANDOM_WITH_TEST(Fault.SECRETS_PLACEHOLDER, "a random key begins with `test`"),
    SECRETS_SHORT_AS_DECLARED(
            Fault.SECRETS_TOO_SHORT,
            "a vendor's key is short, and declared so",
            "staging.secrets.3.minimum-length",
            "24"),
    SECRETS_HEX_TOKEN(Fault.SECRETS_REPETITION, "a random key has only hex digits"),
    SECRETS_OPTIONAL_EMPTY(
            Fault.SECRETS_SET_BUT_EMPTY, "an optional key is empty", "staging.secrets.1.optional", "true"),
    SECRETS_DOLLAR_IN_PASSWORD(Fault.SECRETS_UNRESOLVED_TEMPLATE, "a random key contains dollar signs and braces"),
    SECRETS_ENDS_WITH_EQUALS_SIGN(Fault.SECRETS_QUOTE_RESIDUE, "a random key ends with an equals sign"),
    SECRETS_PAGE_ANSWERS_EVERY_PATH(Fault.SECRETS_ENV_FILE_SERVED, "a front page answers every unknown path with 200"),
    SECRETS_NOT_BEFORE_WITHIN_SKEW(
            Fault.SECRETS_KEY_EXPIRED, "a key was issued by a clock that is half a minute ahead"),
    SECRETS_DEMO_KEY_IN_DEVELOPMENT(
            Fault.SECRETS_DEMO_KEY,
            "development has the demo key, and declares so",
            "development.secrets.1.may-be-default",
            "true"),
    SECRETS_PARTS_OF_ONE_CONNECTION(
            Fault.SECRETS_ONE_VALUE_TWO_ROLES, "the password of the database URL stands in PGPASSWORD too"),
    SECRETS_ROTATION_ALMOST_DUE(Fault.SECRETS_ROTATION_OVERDUE, "a key is one day younger than the rotation limit");

    private final String id;
    private final Fault resembles;
    private final String says;
    private final Map<String, String> overlay;

    /**
     * @param overlay what the files declare differently, by turns {@code <file>.<key>.<key>} and a YAML value, where the
     *     file is {@code system} or an environment's name
     */
    LookAlike(Fault resembles, String says, String... overlay) {
        this.id = Deviation.id(this);
        this.resembles = resembles;
        this.says = says;
        this.overlay = pairs(overlay);
    }

    private static Map<String, String> pairs(String... keysAndValues) {
        Map<String, String> pairs = new HashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            pairs.put(keysAndValues[index], keysAndValues[index + 1]);
        }
        return Map.copyOf(pairs);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Fault resembles() {
        return resembles;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public Map<String, String> overlay() {
        return overlay;
    }
}
