package dev.envproof.proof;

import static java.util.Map.entry;

import dev.envproof.fault.Fault;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules that can't help turning red or inconclusive beside a fault's own; each line says why. */
final class Companions {
    private static final Set<String> UNREACHED =
            Set.of("cors/*", "flags/*", "health/*", "isolation/*", "logs/*", "routing/*");
    /** The edge's nginx.conf, where one can be read, tells the same. */
    private static final Set<String> UNREACHED_AS_ITS_FILE_SAYS = Stream.concat(
                    UNREACHED.stream(), Stream.of("routing/every-location-forwards-the-header"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> UNREACHED_OVER_TLS = with(UNREACHED, "edge/*", "secrets/*");

    /** The environment that answers in place of another names itself. */
    private static final Set<String> MISLED = with(
            UNREACHED,
            "edge/*",
            "cors/declared-origin-is-admitted",
            "cors/sibling-origin-is-refused",
            "edge/pages-call-their-own-environment",
            "edge/cookies-stay-in-their-environment",
            "edge/only-production-is-indexed",
            "health/health-names-its-environment",
            "isolation/documents-are-found-at-home-only",
            "isolation/documents-stay-under-their-prefix",
            "isolation/mail-reaches-its-recipients",
            "isolation/mail-stays-in-its-own-outbox",
            "isolation/mail-stays-in-the-shadow",
            "parity/build-is-as-declared",
            "routing/anonymous-callers-are-refused",
            "routing/hosts-never-cross");

    private static final Map<Fault, Set<String>> ALLOWED = Map.ofEntries(
            // A certificate that nobody trusts keeps everyone out, whatever else is looked for.
            entry(Fault.EDGE_DEFAULT_CERTIFICATE, UNREACHED_OVER_TLS),
            entry(Fault.EDGE_TEST_AUTHORITY, UNREACHED_OVER_TLS),
            entry(Fault.EDGE_UNKNOWN_AUTHORITY, UNREACHED_OVER_TLS),
            entry(Fault.EDGE_CERTIFICATE_EXPIRED, UNREACHED_OVER_TLS),
            entry(Fault.EDGE_NAME_MISSING, UNREACHED_OVER_TLS),
            entry(Fault.EDGE_INTERMEDIATE_MISSING, UNREACHED_OVER_TLS),
            entry(Fault.EDGE_REDIRECT_LOOP, Set.of("edge/*", "routing/*")),
            // A header that one environment lacks is one that both do not have.
            entry(Fault.EDGE_HSTS_ABSENT, Set.of("edge/security-headers-agree")),
            entry(Fault.EDGE_CONTENT_POLICY_REPORT_ONLY, Set.of("edge/security-headers-agree")),
            // What led elsewhere proves nothing about the environment that was meant.
            entry(Fault.ROUTING_HOST_LEADS_TO_PRODUCTION, MISLED),
            entry(Fault.ROUTING_HOSTS_SWAPPED, MISLED),
            entry(Fault.ROUTING_HOST_SHADOWED, MISLED),
            entry(Fault.ROUTING_PORT_LEADS_TO_PRODUCTION, MISLED),
            // Who does not read Host serves unknown ones too.
            entry(Fault.ROUTING_SIBLING_HOST_ANSWERED, Set.of("routing/unknown-hosts-get-no-application")),
            // Without a health body that is the service's own, nothing else can be read from it.
            entry(Fault.HEALTH_FRONT_PAGE_ANSWERS, Set.of("health/*")),
            entry(Fault.HEALTH_BEHIND_LOGIN, Set.of("health/*")),
            // Health that is red in peace tells nothing in an outage.
            entry(Fault.HEALTH_UNHEALTHY_BODY, Set.of("health/health-follows-its-stores", "health/health-stays-green")),
            // Who asks only at the red moments sees nothing but red.
            entry(Fault.HEALTH_GREEN_THEN_RED, Set.of("health/health-follows-its-stores", "health/health-is-told")),
            // What never reached the environment proves nothing about it.
            entry(Fault.ROUTING_HEADER_DROPPED, UNREACHED_AS_ITS_FILE_SAYS),
            entry(Fault.ROUTING_HEADER_DROPPED_AT_ONE_LOCATION, UNREACHED_AS_ITS_FILE_SAYS),
            entry(Fault.ROUTING_HEADER_PINNED, UNREACHED_AS_ITS_FILE_SAYS),
            entry(Fault.ROUTING_LOCAL_EDGE_DROPS_HEADER, UNREACHED_AS_ITS_FILE_SAYS),
            entry(Fault.ROUTING_NGINX_DROPS_HEADER, UNREACHED),
            entry(Fault.ROUTING_SERVICE_HARD_WIRED, UNREACHED),
            entry(Fault.ROUTING_CLIENT_CACHED, UNREACHED),
            entry(Fault.ROUTING_DEFAULT_IS_DEVELOPMENT, UNREACHED),
            // Answers that change from one moment to the next, or that nothing clear can be compared with.
            entry(Fault.ROUTING_ENVIRONMENT_BLEEDS, UNREACHED),
            entry(Fault.ROUTING_UNKNOWN_VALUE_ELSEWHERE, Set.of("routing/*")),
            entry(Fault.ROUTING_ANSWER_HEADER_CONSTANT, UNREACHED),
            // Services that are refused by their stores say so in their health.
            entry(
                    Fault.ROUTING_URL_AND_KEY_MIXED,
                    Set.of("cors/*", "health/*", "health/health-is-told", "isolation/*", "logs/*", "routing/*")),
            // Production's key in force is development's, beside an anon key of its own.
            entry(
                    Fault.ROUTING_LEGACY_POINTS_TO_DEVELOPMENT,
                    Set.of(
                            "flags/*",
                            "logs/*",
                            "health/*",
                            "isolation/*",
                            "routing/*",
                            "secrets/keys-belong-to-their-project",
                            "secrets/secrets-differ-between-environments")),
            // What is in the other one's outbox is not in its own.
            entry(Fault.ISOLATION_MAIL_IN_OUTBOX_OF_SIBLING, Set.of("isolation/*")),
            // Production's services search the index that staging's canary is in.
            entry(Fault.ISOLATION_INDEX_PREFIX_UNSET, Set.of("isolation/documents-are-found-at-home-only")),
            entry(
                    Fault.ISOLATION_ALIAS_OF_SIBLING,
                    Set.of(
                            "isolation/documents-are-found-at-home-only",
                            "isolation/documents-stay-under-their-prefix")),
            // The password is part of the URL that both environments now have; nothing proves which one answers.
            entry(
                    Fault.ISOLATION_SAME_DATABASE,
                    Set.of(
                            "health/health-follows-its-stores",
                            "secrets/secrets-differ-between-environments",
                            "isolation/databases-are-different-servers",
                            "isolation/personal-data-stays-home",
                            "isolation/store-user-belongs-to-its-environment",
                            // In containers a URL works only on a network that leads there.
                            "isolation/containers-are-on-their-own-networks",
                            "isolation/networks-are-not-shared",
                            "routing/*")),
            entry(
                    Fault.ISOLATION_SAME_SERVER_OTHER_NAME,
                    Set.of(
                            "health/health-follows-its-stores",
                            "secrets/secrets-differ-between-environments",
                            "isolation/each-environment-has-its-own-database",
                            "isolation/personal-data-stays-home",
                            "isolation/store-user-belongs-to-its-environment",
                            // In containers a URL works only on a network that leads there.
                            "isolation/containers-are-on-their-own-networks",
                            "isolation/networks-are-not-shared",
                            "routing/*")),
            // Whoever answers at the one address is the other environment.
            entry(
                    Fault.ROUTING_ADDRESSES_COLLIDE,
                    Set.of(
                            "cors/*",
                            "cors/declared-origin-is-admitted",
                            "cors/sibling-origin-is-refused",
                            "flags/*",
                            "health/*",
                            "logs/*",
                            "parity/build-is-as-declared",
                            "routing/*",
                            "routing/anonymous-callers-are-refused")),
            // A page that refuses every token, or none, proves nothing about a certain one.
            entry(
                    Fault.SECRETS_TOKEN_KEY_RANDOM,
                    Set.of("secrets/forged-tokens-are-refused", "secrets/tokens-stay-in-their-environment")),
            entry(Fault.SECRETS_TOKEN_UNVERIFIED, Set.of("secrets/tokens-stay-in-their-environment")),
            entry(Fault.SECRETS_TOKEN_EXPIRY_IGNORED, Set.of("secrets/tokens-stay-in-their-environment")),
            // An answer from the stores of two environments proves neither.
            entry(
                    Fault.ISOLATION_STORAGE_OF_SIBLING,
                    Set.of("logs/*", "health/health-follows-its-stores", "routing/*")),
            // One Redis is cache, broker and result backend: who shares it shares its jobs and their results.
            entry(
                    Fault.ISOLATION_CACHE_OF_SIBLING,
                    Set.of(
                            "isolation/cached-entries-stay-home",
                            "secrets/secrets-differ-between-environments",
                            "workers/*",
                            "workers/jobs-stay-in-their-environment",
                            "workers/results-stay-in-their-environment",
                            "workers/job-carries-its-environment",
                            "workers/rows-land-in-their-environment",
                            "workers/scheduler-ticks-once-per-period",
                            "workers/worker-agrees-with-its-service")),
            // A broker, or a result backend, that is production's is not staging's own cache either; what production's
            // worker takes is told to production alone.
            entry(
                    Fault.WORKERS_BROKER_OF_SIBLING,
                    Set.of(
                            "workers/*",
                            "secrets/secrets-differ-between-environments",
                            "workers/broker-and-results-are-as-declared",
                            "workers/long-job-blocks-nobody",
                            "workers/scheduler-ticks-once-per-period")),
            entry(
                    Fault.WORKERS_RESULTS_OF_SIBLING,
                    Set.of(
                            "secrets/secrets-differ-between-environments",
                            "workers/broker-and-results-are-as-declared")),
            // No canary is put into a Redis that turns out to be production's.
            entry(Fault.ISOLATION_CACHE_ON_SIBLINGS_SERVER, Set.of("isolation/cached-entries-stay-home")),
            // What was not done tells nothing.
            entry(
                    Fault.WORKERS_DOWN,
                    Set.of("workers/*", "workers/long-job-blocks-nobody", "workers/worker-statistics-answer")),
            entry(Fault.WORKERS_QUEUE_UNCONSUMED, Set.of("workers/worker-statistics-answer")),
            // Who waits behind a backlog is late.
            entry(Fault.WORKERS_BACKLOG, Set.of("workers/*")),
            // The database's variable is one that both must have.
            entry(Fault.WORKERS_DATABASE_OF_SIBLING, Set.of("workers/*", "workers/worker-agrees-with-its-service")),
            // What is on one network is on one that is not its own, where Compose's names meet too.
            entry(
                    Fault.ISOLATION_NETWORK_SHARED,
                    Set.of(
                            "isolation/containers-are-on-their-own-networks",
                            "isolation/names-resolve-to-one-environment")),
            entry(
                    Fault.ISOLATION_WRONG_NETWORK_ATTACHED,
                    Set.of("isolation/names-resolve-to-one-environment", "isolation/networks-are-not-shared")),
            // Where every origin is admitted, nothing narrower can be told apart.
            entry(Fault.CORS_REFLECT_ANY_ORIGIN, Set.of("cors/*")),
            entry(Fault.CORS_STAR_ON_PRIVATE, Set.of("cors/*")),
            entry(Fault.CORS_REAL_REQUEST_LAX, Set.of("cors/*")),
            // A wider comparison admits what narrower ones would: those stay open until it is mended.
            entry(Fault.CORS_PREFIX_MATCH, Set.of("cors/odd-characters-are-refused", "cors/other-port-is-refused")),
            entry(
                    Fault.CORS_SUFFIX_MATCH,
                    Set.of(
                            "cors/dots-are-compared-as-dots",
                            "cors/other-scheme-is-refused",
                            "cors/sibling-origin-is-refused",
                            "cors/undeclared-subdomain-is-refused")),
            entry(Fault.CORS_ANY_SUBDOMAIN, Set.of("cors/other-scheme-is-refused", "cors/sibling-origin-is-refused")),
            // An environment without a limit can't be compared with its siblings.
            entry(Fault.FLAGS_RATE_LIMIT_OFF, Set.of("flags/rate-limits-narrow-towards-production")),
            // Which of two values counts can't be said, so nothing is said about the answer's other headers.
            entry(
                    Fault.CORS_TWO_LAYERS_ANSWER,
                    Set.of(
                            "cors/answer-varies-by-origin",
                            "cors/credentials-are-as-declared",
                            "cors/declared-origin-is-admitted",
                            "cors/preflight-admits-what-the-front-end-sends")));

    private Companions() {}

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> of(Fault fault) {
        return ALLOWED.getOrDefault(fault, Set.of());
    }
}
