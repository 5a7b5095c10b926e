package dev.envproof.replica.embedded;

import static java.util.Map.entry;

import dev.envproof.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a fault gets into a deployment of separate parts. What its nginx.conf, its variables and its databases can be made
 * to show is told by the fault itself, as on the replica; here stands what services and gateways are given besides.
 *
 * @param files keys of the environment files that they are given, {@code <file>.<key>.<key>}, with another YAML value
 * @param code whether it is the services' own code that is wrong
 */
public record Misconfiguration(Fault fault, Map<String, String> files, boolean code) {
    private static final String OTHER_HEADERS = "[Authorization, Content-Type]";

    /** In the text of an nginx.conf or in the files beside it. */
    private static final Set<Fault> EDGE = Set.of(
            Fault.ROUTING_HEADER_DROPPED,
            Fault.ROUTING_HEADER_DROPPED_AT_ONE_LOCATION,
            Fault.ROUTING_HEADER_PINNED,
            Fault.ROUTING_LOCAL_EDGE_DROPS_HEADER,
            Fault.ROUTING_NGINX_DROPS_HEADER,
            Fault.ROUTING_SWITCH_OPEN_TO_ALL,
            Fault.FLAGS_RATE_LIMIT_OFF,
            Fault.FLAGS_RATE_LIMIT_TOO_TIGHT,
            Fault.SECRETS_ENV_FILE_SERVED,
            Fault.CORS_TWO_LAYERS_ANSWER);

    /** In the rows, roles and tables of a cluster. */
    private static final Set<Fault> DATABASE = Set.of(
            Fault.ISOLATION_PERSONAL_DATA_COPIED,
            Fault.ISOLATION_ROW_SECURITY_OFF,
            Fault.ISOLATION_MIGRATION_MISSING,
            Fault.ISOLATION_FOREIGN_SERVER_OF_SIBLING);

    /** In the variables of processes, some of them with a change in a cluster. */
    private static final Set<Fault> VARIABLES = Set.of(
            Fault.ROUTING_DEFAULT_IS_DEVELOPMENT,
            Fault.ROUTING_URL_AND_KEY_MIXED,
            Fault.ROUTING_LEGACY_POINTS_TO_DEVELOPMENT,
            Fault.ISOLATION_SAME_DATABASE,
            Fault.ISOLATION_SAME_SERVER_OTHER_NAME,
            Fault.ISOLATION_POOLER_USER_OF_SIBLING,
            Fault.ISOLATION_CONNECTION_WITHOUT_TLS,
            Fault.SECRETS_SHARED_BETWEEN_ENVIRONMENTS,
            Fault.SECRETS_PLACEHOLDER,
            Fault.SECRETS_QUOTE_RESIDUE,
            Fault.SECRETS_UNRESOLVED_TEMPLATE,
            Fault.SECRETS_ONE_VALUE_TWO_ROLES,
            Fault.SECRETS_ANON_AND_SERVICE_SWAPPED,
            Fault.SECRETS_KEY_EXPIRED);

    /** In the files that a service reads its lists and flags from. */
    private static final Map<Fault, Map<String, String>> FILES = Map.ofEntries(
            entry(
                    Fault.CORS_LOCALHOST_LEFT_IN,
                    Map.of(
                            "production.cors.origins",
                            "[\"https://jobs.example\", \"https://www.jobs.example\", \"http://localhost:5173\"]")),
            entry(
                    Fault.CORS_SIBLING_ORIGIN,
                    Map.of(
                            "production.cors.origins",
                            "[\"https://jobs.example\", \"https://www.jobs.example\", \"https://staging.jobs.example\"]")),
            entry(
                    Fault.CORS_PREFLIGHT_TOO_SHORT,
                    Map.of("production.cors.headers", OTHER_HEADERS, "staging.cors.headers", OTHER_HEADERS)),
            entry(Fault.CORS_PRIVATE_NETWORK_OPEN, Map.of("production.cors.private-network", "true")),
            entry(Fault.CORS_CREDENTIALS_REFUSED, Map.of("production.cors.credentials", "false")),
            entry(Fault.FLAGS_DEBUG_OPEN, Map.of("production.debug-endpoints", "open")),
            entry(Fault.FLAGS_DOCUMENTATION_OPEN, Map.of("production.api-documentation", "open")),
            entry(Fault.ISOLATION_PRIVATE_BUCKET_PUBLIC, Map.of("system.stores.storage.private", "false")));

    private static final Set<Fault> CODE = Set.of(Fault.CORS_REFLECT_ANY_ORIGIN, Fault.ROUTING_SECOND_SELECTOR);

    /** Every fault that a deployment of separate parts is shown with, in the order of the catalogue. */
    public static List<Misconfiguration> all() {
        return Stream.of(EDGE, DATABASE, VARIABLES, FILES.keySet(), CODE)
                .flatMap(Set::stream)
                .sorted()
                .map(fault -> new Misconfiguration(fault, FILES.getOrDefault(fault, Map.of()), CODE.contains(fault)))
                .toList();
    }

    @Override
    public String toString() {
        return fault.id();
    }
}
