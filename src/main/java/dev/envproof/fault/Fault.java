package dev.envproof.fault;

import static dev.envproof.fault.ReferenceSystem.CURRICULUM_EXTRACTOR;
import static dev.envproof.fault.ReferenceSystem.EVENT_API;
import static dev.envproof.fault.ReferenceSystem.EXAM_PLATFORM;
import static dev.envproof.fault.ReferenceSystem.INSURANCE_NAVIGATOR;
import static dev.envproof.fault.ReferenceSystem.JOB_PLATFORM;

import java.util.Map;
import java.util.Optional;

/** A real misconfiguration that the replica can commit on demand; off unless asked for. */
public enum Fault implements Deviation {
    // health
    HEALTH_CONSTANT_ANSWER("H1", "health answers 200 without looking at the database"),
    HEALTH_STORE_UNNAMED("H1", "health names none of the stores that it should look at"),
    HEALTH_UNHEALTHY_BODY("H2", "health answers 200 with a body that says the database is down"),
    HEALTH_FRONT_PAGE_ANSWERS("H3", "a catch-all page answers in place of health"),
    HEALTH_REPORTS_ANOTHER_ENVIRONMENT("H4", "staging's health names another environment"),
    HEALTH_BEHIND_LOGIN("H5", "health redirects to a login page that answers 200"),
    HEALTH_GREEN_THEN_RED("H6", "health is green, then red, from one answer to the next"),
    // routing
    ROUTING_HEADER_DROPPED("R1", "the edge drops the routing header on every route"),
    ROUTING_HEADER_DROPPED_AT_ONE_LOCATION("R1", "the edge drops the routing header on one route"),
    ROUTING_HEADER_PINNED("R2", "the edge sets the routing header to production"),
    ROUTING_UNKNOWN_VALUE_ELSEWHERE("R3", "an unknown value reaches development instead of the declared fallback"),
    ROUTING_DEFAULT_IS_DEVELOPMENT("R4", "DEFAULT_ENVIRONMENT=development is left on the public edge"),
    ROUTING_SERVICE_HARD_WIRED("R5", "one service always uses production's client"),
    ROUTING_URL_AND_KEY_MIXED("R6", "staging has production's URL with its own key"),
    ROUTING_LEGACY_POINTS_TO_DEVELOPMENT(
            "R7", "production's variables are unset and the legacy ones name development's store"),
    ROUTING_CLIENT_CACHED("R8", "a service keeps the client of its first request"),
    ROUTING_SWITCH_OPEN_TO_ALL("R9", "anyone may choose staging at the public edge"),
    ROUTING_ANSWER_HEADER_CONSTANT("R10", "the response header that names the environment is a constant"),
    ROUTING_SECOND_SELECTOR("R11", "an undeclared second header picks the environment too"),
    ROUTING_DUPLICATE_LINES_JOINED("R12", "two header lines are joined by a comma and reach an undeclared environment"),
    ROUTING_CALL_DROPS_HEADER("R13", "a call between services loses the routing header"),
    ROUTING_LETTER_CASE_MATTERS("", "a value in capital letters is not recognised"),
    ROUTING_ENVIRONMENT_BLEEDS("", "concurrent requests share one mutable current environment"),
    ROUTING_MISSING_CREDENTIALS_BORROW("", "without credentials a service uses production's store"),
    ROUTING_BAD_DEFAULT_ACCEPTED("", "an unset or unknown DEFAULT_ENVIRONMENT leads to development"),
    ROUTING_FORWARDED_HEADERS_LOST("", "the services receive the upstream's own name as Host, and no X-Real-IP"),
    ROUTING_STATELESS_SERVICE_VARIES("", "the service without a store answers differently under each header value"),
    ROUTING_LOCAL_EDGE_DROPS_HEADER("R1", "the developers' edge drops the routing header"),
    ROUTING_DEFAULT_UNSET("", "DEFAULT_ENVIRONMENT is not set on the public edge"),
    ROUTING_NGINX_DROPS_HEADER("", "the edge's nginx.conf blanks the routing header in one location"),
    ROUTING_STORE_PORT_OPEN(EXAM_PLATFORM, "P7", "staging's host opens the database's port to everybody"),
    ROUTING_OPEN_TO_ANYONE(EVENT_API, "", "staging asks nobody for its access key"),
    ROUTING_ADDRESSES_COLLIDE(EVENT_API, "", "staging's file claims an address that is production's"),
    // cors
    CORS_REFLECT_ANY_ORIGIN("C1", "any origin is reflected, with credentials"),
    CORS_STAR_ON_PRIVATE("C2", "a private endpoint admits every origin"),
    CORS_LOCALHOST_LEFT_IN("C3", "localhost is still admitted in staging and production"),
    CORS_SIBLING_ORIGIN("C4", "staging's origin is admitted by production and the reverse"),
    CORS_PREFIX_MATCH("C5", "an origin that begins like a declared one is admitted"),
    CORS_SUFFIX_MATCH("C6", "an origin that ends like a declared one is admitted"),
    CORS_ANY_SUBDOMAIN("C7", "every subdomain of a declared origin is admitted"),
    CORS_SCHEME_IGNORED("C8", "the http variant of an https origin is admitted"),
    CORS_PORT_IGNORED("C9", "any port of a declared host is admitted"),
    CORS_SPECIAL_CHARACTERS("C10", "special characters in a host name end the comparison"),
    CORS_DECLARED_ORIGIN_REFUSED("C11", "a trailing slash in the list makes a declared origin refused"),
    CORS_PREFLIGHT_TOO_SHORT("C12", "preflights do not admit the routing header"),
    CORS_TWO_LAYERS_ANSWER("C13", "edge and service both add the allow header"),
    CORS_PRIVATE_NETWORK_OPEN("C14", "a foreign page may reach the private network"),
    CORS_NULL_ORIGIN("", "the origin null, which any sandboxed frame has, is admitted"),
    CORS_REAL_REQUEST_LAX("", "the preflight refuses a foreign origin, the real request admits it"),
    CORS_VARY_MISSING("", "answers that depend on the origin do not say so to caches"),
    CORS_CREDENTIALS_REFUSED("", "declared credentials are not admitted"),
    CORS_UNESCAPED_DOT("", "a dot of a declared host stands for any character"),
    // edge
    EDGE_HTTP_ANSWERS(EXAM_PLATFORM, "E1", "staging answers plain http with its page"),
    EDGE_REDIRECT_TO_PRODUCTION(EXAM_PLATFORM, "E2", "staging's plain http leads to production"),
    EDGE_REDIRECT_LOOP(EXAM_PLATFORM, "E3", "staging's page redirects to itself, as X-Forwarded-Proto is lost"),
    EDGE_DEFAULT_CERTIFICATE(EXAM_PLATFORM, "E4", "staging's api shows the edge's default certificate"),
    EDGE_TEST_AUTHORITY(
            EXAM_PLATFORM, "E5", "the test authority of Let's Encrypt issued the certificate of staging's api"),
    EDGE_CERTIFICATE_EXPIRED(EXAM_PLATFORM, "E6", "the certificate of staging's api has expired"),
    EDGE_CERTIFICATE_RUNS_OUT(EXAM_PLATFORM, "E6", "the certificate of staging's api expires in ten days"),
    EDGE_NAME_MISSING(EXAM_PLATFORM, "E7", "the certificate of staging's api does not name its host"),
    EDGE_INTERMEDIATE_MISSING(
            EXAM_PLATFORM, "E8", "staging's api sends its own certificate without the intermediate one"),
    EDGE_UNKNOWN_AUTHORITY(EXAM_PLATFORM, "", "an authority that nobody knows issued the certificate of staging's api"),
    EDGE_KEY_TOO_SHORT(EXAM_PLATFORM, "", "the certificate of staging's api has an RSA key of 1024 bits"),
    EDGE_OLD_PROTOCOL(EXAM_PLATFORM, "", "staging's api goes on in TLS 1.1"),
    EDGE_HSTS_ABSENT(EXAM_PLATFORM, "E9", "staging sends no Strict-Transport-Security"),
    EDGE_HSTS_TOO_SHORT(EXAM_PLATFORM, "E9", "staging tells browsers to use https for five minutes"),
    EDGE_HSTS_DOUBLED(EXAM_PLATFORM, "E9", "edge and service both send Strict-Transport-Security"),
    EDGE_CONTENT_POLICY_REPORT_ONLY(EXAM_PLATFORM, "E10", "staging's content policy only reports"),
    EDGE_FRAMES_ALLOWED(EXAM_PLATFORM, "E10", "staging's pages may be framed: X-Frame-Options is ALLOWALL"),
    EDGE_NOSNIFF_MISSPELT(EXAM_PLATFORM, "E10", "staging's X-Content-Type-Options is misspelt"),
    EDGE_REFERRER_UNSAFE(EXAM_PLATFORM, "", "staging's pages hand whole addresses on to other sites"),
    EDGE_COOKIE_UNPROTECTED(EXAM_PLATFORM, "E11", "staging's session cookie is not Secure"),
    EDGE_COOKIE_REACHES_SIBLING(
            EXAM_PLATFORM, "E11", "production's session cookie is for the apex domain, so that staging gets it"),
    EDGE_STAGING_INDEXED(EXAM_PLATFORM, "", "search engines may list staging"),
    EDGE_CONSOLE_OPEN(EXAM_PLATFORM, "E12", "the dashboard of staging's edge is open to all"),
    EDGE_VERSION_TOLD(EXAM_PLATFORM, "E14", "staging's answers tell the version of the edge"),
    EDGE_FORWARDED_HOST_BELIEVED(EXAM_PLATFORM, "P9", "staging builds its redirects from X-Forwarded-Host"),
    EDGE_HEADERS_DIFFER(EXAM_PLATFORM, "", "staging lacks the Permissions-Policy that production sends"),
    // routing by host and port
    ROUTING_HOST_LEADS_TO_PRODUCTION(EXAM_PLATFORM, "P1", "staging's api host leads to production"),
    ROUTING_HOSTS_SWAPPED(EXAM_PLATFORM, "P2", "the api hosts of staging and production have changed places"),
    ROUTING_HOST_SHADOWED(EXAM_PLATFORM, "P3", "a broad rule for production shadows staging's exact host"),
    ROUTING_PORT_LEADS_TO_PRODUCTION(EVENT_API, "P5", "staging's api port leads to production"),
    ROUTING_UNKNOWN_HOST_SERVED(EXAM_PLATFORM, "P4", "an unknown host receives production's application"),
    ROUTING_SIBLING_HOST_ANSWERED(
            EXAM_PLATFORM, "", "the edge chooses by the name in the TLS handshake and ignores Host"),
    EDGE_SERVICE_KEY_IN_SCRIPT(
            EXAM_PLATFORM, "K9", "the script of staging's page holds a key of the role service_role"),
    EDGE_PAGE_CALLS_PRODUCTION(EXAM_PLATFORM, "E13", "the script of staging's page calls production's api"),
    // secrets
    SECRETS_SHARED_BETWEEN_ENVIRONMENTS("K1", "staging and production have the same database password"),
    SECRETS_PLACEHOLDER("K2", "a placeholder is deployed"),
    SECRETS_TOO_SHORT("K3", "a secret is shorter than the policy"),
    SECRETS_REPETITION("K4", "a secret repeats itself or walks the keyboard"),
    SECRETS_SET_BUT_EMPTY("K5", "a secret's variable is set to nothing"),
    SECRETS_UNRESOLVED_TEMPLATE("K6", "an unresolved template is deployed"),
    SECRETS_QUOTE_RESIDUE("K7", "quotes or a carriage return became part of the value"),
    SECRETS_ENV_FILE_SERVED("K8", "the edge serves /.env"),
    SECRETS_ANON_AND_SERVICE_SWAPPED("K10", "the service key is deployed where the anon key belongs"),
    SECRETS_KEY_EXPIRED("K11", "a key is past its expiry"),
    SECRETS_DEMO_KEY("K12", "the demo key that is published with the product is deployed"),
    SECRETS_ONE_VALUE_TWO_ROLES("K14", "one value serves as access key and as database password"),
    SECRETS_ROTATION_OVERDUE("K15", "a key is older than the rotation limit"),
    SECRETS_UNSET("", "a declared secret's variable is not set"),
    SECRETS_KEY_OF_SIBLING_PROJECT("", "staging's anon key names production's project"),
    SECRETS_TOKEN_KEY_RANDOM(CURRICULUM_EXTRACTOR, "K13", "staging's process made up the secret that signs its tokens"),
    SECRETS_TOKEN_OF_SIBLING_ACCEPTED(CURRICULUM_EXTRACTOR, "", "production accepts tokens that staging signed"),
    SECRETS_TOKEN_UNVERIFIED(CURRICULUM_EXTRACTOR, "", "staging reads tokens without checking their signature"),
    SECRETS_TOKEN_EXPIRY_IGNORED(CURRICULUM_EXTRACTOR, "", "staging accepts expired tokens"),
    SECRETS_DEFAULT_STARTS(CURRICULUM_EXTRACTOR, "", "staging starts with a default secret"),
    SECRETS_URL_PARTS_DISAGREE(EVENT_API, "", "staging's database password was changed beside the URL that repeats it"),
    // isolation
    ISOLATION_SAME_DATABASE("D1", "staging's services use production's database"),
    ISOLATION_SAME_SERVER_OTHER_NAME(
            "D2", "staging's database is reached by another host name but is production's server"),
    ISOLATION_POOLER_USER_OF_SIBLING("D3", "staging's pooler user carries production's project reference"),
    ISOLATION_STORAGE_OF_SIBLING("D9", "staging's storage client still uses production's project"),
    ISOLATION_PRIVATE_BUCKET_PUBLIC("D10", "anyone can read the private bucket"),
    ISOLATION_PERSONAL_DATA_COPIED("D16", "staging holds production's rows as they are"),
    ISOLATION_ROW_SECURITY_OFF("D17", "row-level security is off in one environment"),
    ISOLATION_MIGRATION_MISSING("D18", "staging lacks the newest migration"),
    ISOLATION_CONNECTION_WITHOUT_TLS("D20", "a database connection that must be encrypted is not"),
    ISOLATION_FOREIGN_SERVER_OF_SIBLING(
            "D21", "staging's database still owns a foreign server that points to production"),
    ISOLATION_CACHE_OF_SIBLING(CURRICULUM_EXTRACTOR, "D4", "staging's Redis variables name production's Redis"),
    ISOLATION_CACHE_ON_SIBLINGS_SERVER(
            CURRICULUM_EXTRACTOR, "D4", "staging's Redis is another database of production's server"),
    ISOLATION_CACHE_KEYS_COLLIDE(
            CURRICULUM_EXTRACTOR, "D5", "on the shared Redis staging's and production's keys are equal"),
    ISOLATION_CACHE_WITHOUT_PASSWORD(CURRICULUM_EXTRACTOR, "D6", "staging's Redis answers anyone"),
    ISOLATION_CACHE_WITHOUT_TLS(CURRICULUM_EXTRACTOR, "D20", "production's Redis is reached without TLS"),
    ISOLATION_CACHE_NOT_KEPT(CURRICULUM_EXTRACTOR, "", "staging's Redis forgets everything when it restarts"),
    ISOLATION_CACHE_NOT_REPLICATED(CURRICULUM_EXTRACTOR, "", "the replica of production's Redis is gone"),
    // what databases are made of
    ISOLATION_SCHEMA_MISSING(INSURANCE_NAVIGATOR, "", "staging's database lacks a declared schema"),
    ISOLATION_EXTENSION_MISSING(EVENT_API, "Y5", "staging's database lacks a declared extension"),
    ISOLATION_SERVER_OF_OTHER_MAJOR(
            EVENT_API, "Y4", "the database servers have another major version than the file declares"),
    ISOLATION_INDEX_MISSING(CURRICULUM_EXTRACTOR, "", "staging's database lacks a declared index"),
    ISOLATION_COLUMN_DIFFERS(EXAM_PLATFORM, "", "a column of staging was changed by hand, past the migrations"),
    ISOLATION_REAL_ADDRESSES(EVENT_API, "", "staging's anonymised data have addresses that real people may have"),
    ISOLATION_DATABASE_OF_OTHER_NAME(
            EXAM_PLATFORM, "", "staging's variable leads to a database that its file does not name"),
    // mail, search and graph stores
    ISOLATION_MAIL_LEAVES_STAGING(EXAM_PLATFORM, "D14", "staging's mail is handed to the relay that delivers it"),
    ISOLATION_MAIL_NEVER_LEAVES(
            EXAM_PLATFORM, "D15", "production was left in shadow mode, so that its mail never leaves"),
    ISOLATION_MAIL_IN_OUTBOX_OF_SIBLING(EXAM_PLATFORM, "", "staging's mail is kept in production's outbox"),
    ISOLATION_INDEX_PREFIX_UNSET(
            EXAM_PLATFORM, "D11", "staging's index prefix is unset, so that it writes production's index"),
    ISOLATION_INDEX_PATTERN_TOO_WIDE(
            EXAM_PLATFORM, "", "production searches by a pattern that staging's indices match too"),
    ISOLATION_ALIAS_OF_SIBLING(EXAM_PLATFORM, "D12", "staging's alias leads to production's index"),
    ISOLATION_GRAPH_WRITABLE(EXAM_PLATFORM, "D13", "staging's user may write the shared graph"),
    // flags
    FLAGS_DEBUG_OPEN("F1", "debug endpoints answer in production"),
    FLAGS_RATE_LIMIT_OFF("F2", "rate limiting is off in production"),
    FLAGS_RATE_LIMIT_TOO_TIGHT("", "production turns callers away inside the declared burst"),
    FLAGS_RATE_LIMITS_UPSIDE_DOWN("", "production's file declares a wider limit than staging's"),
    FLAGS_MOCKS_ON("F3", "staging's services answer from mocks"),
    FLAGS_DOCUMENTATION_OPEN("F4", "the API documentation is open in production"),
    FLAGS_STACK_TRACE("F5", "an error answers with a stack trace"),
    FLAGS_LOG_LEVEL_DEBUG("F6", "production logs at debug level"),
    // logs
    LOGS_KEY_AT_START_UP("L1", "a service logs its key at start-up"),
    LOGS_URL_IN_ERROR("L2", "an error text holds the database URL with its password"),
    LOGS_WRONG_ENVIRONMENT("L3", "staging's log lines name production"),
    LOGS_REVERSIBLE_FINGERPRINT("L4", "an unsalted hash of a key is published"),
    LOGS_AUTHORIZATION_KEPT("L5", "the access log keeps the Authorization header"),
    LOGS_LINE_INJECTION("", "a line break in a request makes a log line of its own"),
    // parity
    PARITY_VARIABLE_MISSING(INSURANCE_NAVIGATOR, "Y1", "staging lacks a variable that production has"),
    PARITY_VARIABLE_UNKNOWN(INSURANCE_NAVIGATOR, "Y1", "staging is given a variable that no file names"),
    PARITY_POOL_SMALLER(CURRICULUM_EXTRACTOR, "Y2", "staging's pool may overflow by 15 connections, not by 20"),
    PARITY_LEVEL_UNDECLARED(EVENT_API, "Y2", "production's log level is not the declared one"),
    PARITY_VALUE_DIFFERS(INSURANCE_NAVIGATOR, "Y2", "a setting of staging differs that must be production's"),
    PARITY_VALUE_COPIED(INSURANCE_NAVIGATOR, "Y2", "staging has production's value where each needs its own"),
    PARITY_ORDER_REVERSED(
            CURRICULUM_EXTRACTOR, "Y2", "staging has more workers than production, which is declared not to happen"),
    PARITY_MODE_OF_DEVELOPERS(EVENT_API, "Y6", "staging runs what was built for developers"),
    PARITY_MODE_TOLD_OTHERWISE(
            EVENT_API, "Y6", "staging's variables ask for production's mode, and the service runs in another"),
    PARITY_OLD_INSTANCE_LEFT(CURRICULUM_EXTRACTOR, "Y10", "one of production's instances still runs the build before"),
    PARITY_BUILD_IS_LATEST(EVENT_API, "Y3", "staging runs a build that is called latest"),
    PARITY_OTHER_BUILD(INSURANCE_NAVIGATOR, "Y3", "staging runs another build than production"),
    // workers
    WORKERS_BROKER_OF_SIBLING(CURRICULUM_EXTRACTOR, "D7", "staging's broker is production's: jobs meet in one queue"),
    WORKERS_RESULTS_OF_SIBLING(CURRICULUM_EXTRACTOR, "D8", "only staging's result backend is production's"),
    WORKERS_RESULTS_ELSEWHERE(
            CURRICULUM_EXTRACTOR, "", "staging's result backend is not the Redis that it is declared to be"),
    WORKERS_DOWN(CURRICULUM_EXTRACTOR, "W1", "staging's worker is down while its API is green"),
    WORKERS_QUEUE_UNCONSUMED(
            CURRICULUM_EXTRACTOR, "W2", "staging's worker listens to another queue than jobs are put in"),
    WORKERS_DATABASE_OF_SIBLING(
            CURRICULUM_EXTRACTOR, "W3", "the variables of staging's worker name production's database"),
    WORKERS_VARIABLE_OUTDATED(CURRICULUM_EXTRACTOR, "", "staging's worker still has an old key that its API has not"),
    WORKERS_SCHEDULER_ABSENT(CURRICULUM_EXTRACTOR, "W4", "staging's scheduler was not restarted"),
    WORKERS_SCHEDULER_DOUBLED(CURRICULUM_EXTRACTOR, "W4", "two of staging's schedulers tick"),
    WORKERS_JOB_WITHOUT_LIMIT(CURRICULUM_EXTRACTOR, "W5", "no time limit ends a job that hangs, so that it blocks all"),
    WORKERS_BACKLOG(CURRICULUM_EXTRACTOR, "", "jobs pile up in one of staging's queues faster than they are done"),
    WORKERS_STATISTICS_SILENT(CURRICULUM_EXTRACTOR, "", "staging's worker statistics name no worker while one works"),
    WORKERS_ENVIRONMENT_LOST(CURRICULUM_EXTRACTOR, "", "a job loses its environment on the way to staging's worker"),
    PARITY_TIME_ZONE_DIFFERS(INSURANCE_NAVIGATOR, "Y11", "staging's database keeps another time zone"),
    PARITY_COLLATION_DIFFERS(INSURANCE_NAVIGATOR, "Y11", "staging's database sorts otherwise"),
    PARITY_API_DIFFERS(INSURANCE_NAVIGATOR, "", "staging's API description promises other answers"),
    // containers
    HEALTH_CHECK_MISSING("Y8", "a container of staging has no health check", true),
    SECRETS_CONTAINER_HAS_ANOTHER_VALUE("", "a container of staging still runs with an old secret", true),
    ISOLATION_NETWORK_SHARED("", "one network holds staging and production", true),
    ISOLATION_WRONG_NETWORK_ATTACHED("Y9", "staging's store is attached to production's network", true),
    ISOLATION_STORE_PORT_PUBLISHED("", "staging's store port is published on every address", true),
    ISOLATION_VOLUME_SHARED("D19", "staging and production mount one volume", true),
    ISOLATION_NAME_OF_TWO_ENVIRONMENTS(
            "", "on a shared network one name leads to containers of staging and of production", true);

    private final ReferenceSystem system;
    private final String id;
    private final String catalogue;
    private final String says;
    private final boolean needsContainers;

    Fault(String catalogue, String says) {
        this(JOB_PLATFORM, catalogue, says);
    }

    Fault(String catalogue, String says, boolean needsContainers) {
        this(JOB_PLATFORM, catalogue, says, needsContainers);
    }

    Fault(ReferenceSystem system, String catalogue, String says) {
        this(system, catalogue, says, false);
    }

    Fault(ReferenceSystem system, String catalogue, String says, boolean needsContainers) {
        this.system = system;
        this.id = Deviation.id(this);
        this.catalogue = catalogue;
        this.says = says;
        this.needsContainers = needsContainers;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> catalogue() {
        return catalogue.isEmpty() ? Optional.empty() : Optional.of(catalogue);
    }

    @Override
    public ReferenceSystem system() {
        return system;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public boolean needsContainers() {
        return needsContainers;
    }

    @Override
    public Map<String, String> overlay() {
        return FaultyFiles.of(this);
    }
}
