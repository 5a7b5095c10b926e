package dev.envproof.proof;

import static java.util.Map.entry;

import dev.envproof.fault.Fault;
import java.util.Map;
import java.util.Set;

/** Rules that can't help turning red or inconclusive beside a fault's own; each line says why. */
final class Companions {
    private static final Map<Fault, Set<String>> ALLOWED = Map.ofEntries(
            // Without a health body that is the service's own, nothing else can be read from it.
            entry(Fault.HEALTH_FRONT_PAGE_ANSWERS, Set.of("health/*")),
            entry(Fault.HEALTH_BEHIND_LOGIN, Set.of("health/*")),
            // Health that is red in peace tells nothing in an outage.
            entry(Fault.HEALTH_UNHEALTHY_BODY, Set.of("health/health-follows-its-stores", "health/health-stays-green")),
            entry(Fault.HEALTH_GREEN_THEN_RED, Set.of("health/health-follows-its-stores")),
            // The password is part of the URL that both environments now have; nothing proves which one answers.
            entry(
                    Fault.ISOLATION_SAME_DATABASE,
                    Set.of(
                            "secrets/secrets-differ-between-environments",
                            "isolation/databases-are-different-servers",
                            "isolation/personal-data-stays-home",
                            "isolation/store-user-belongs-to-its-environment",
                            "routing/*")),
            entry(
                    Fault.ISOLATION_SAME_SERVER_OTHER_NAME,
                    Set.of(
                            "secrets/secrets-differ-between-environments",
                            "isolation/each-environment-has-its-own-database",
                            "isolation/personal-data-stays-home",
                            "isolation/store-user-belongs-to-its-environment",
                            "routing/*")),
            // An answer from the stores of two environments proves neither.
            entry(Fault.ISOLATION_STORAGE_OF_SIBLING, Set.of("routing/*")),
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
            // Which of two values counts can't be said, so nothing is said about the answer's other headers.
            entry(
                    Fault.CORS_TWO_LAYERS_ANSWER,
                    Set.of(
                            "cors/answer-varies-by-origin",
                            "cors/credentials-are-as-declared",
                            "cors/declared-origin-is-admitted",
                            "cors/preflight-admits-what-the-front-end-sends")));

    private Companions() {}

    static Set<String> of(Fault fault) {
        return ALLOWED.getOrDefault(fault, Set.of());
    }
}
