package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import dev.envproof.replica.embedded.ReplicaVariables.Addresses;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults of configuration: each changes values of a deployment's variables and nothing else. */
final class ConfigurationFaults {
    /** A database user that names no project, as where no pooler stands between. */
    static final String DIRECT_USER = "staging_service";

    /** A database that no file names. */
    static final String OTHER_DATABASE = "exam_platform_blue";

    private final SystemUnderTest system;
    private final Map<String, String> values;

    private ConfigurationFaults(SystemUnderTest system, Map<String, String> values) {
        this.system = system;
        this.values = values;
    }

    /**
     * @param projects by environment
     * @param values the healthy ones, to be changed in place
     */
    static void put(
            SystemUnderTest system,
            Set<Deviation> deviations,
            Map<String, Addresses> projects,
            Map<String, String> values) {
        ConfigurationFaults faults = new ConfigurationFaults(system, values);
        if (deviations.contains(Fault.ISOLATION_SAME_DATABASE)) {
            faults.copy(faults.database("production"), faults.database("staging"));
        }
        if (deviations.contains(Fault.ISOLATION_SAME_SERVER_OTHER_NAME)) {
            String production = addresses(projects, "production").otherDatabaseUrl();
            faults.database("staging").ifPresent(name -> values.put(name, production));
        }
        if (deviations.contains(Fault.ISOLATION_CONNECTION_WITHOUT_TLS)) {
            faults.database("production")
                    .ifPresent(name -> values.computeIfPresent(name, (known, url) -> url + "?sslmode=disable"));
        }
        if (deviations.contains(Fault.ISOLATION_DATABASE_OF_OTHER_NAME)) {
            faults.replaceInDatabaseOfStaging("/[^/]*$", "/" + OTHER_DATABASE);
        }
        if (deviations.contains(Fault.ISOLATION_POOLER_USER_OF_SIBLING)) {
            String user = URI.create(values.get(faults.database("production").orElseThrow()))
                    .getUserInfo();
            faults.replaceInDatabaseOfStaging("//[^:]*:", "//" + user.substring(0, user.indexOf(':')) + ":");
        }
        if (deviations.contains(LookAlike.ISOLATION_DIRECT_USER)) {
            faults.replaceInDatabaseOfStaging("//[^:]*:", "//" + DIRECT_USER + ":");
        }
    }

    private static Addresses addresses(Map<String, Addresses> projects, String environment) {
        return Optional.ofNullable(projects.get(environment))
                .orElseThrow(() -> new IllegalStateException("no project for " + environment));
    }

    private void copy(Optional<String> from, Optional<String> to) {
        from.map(values::get).ifPresent(value -> to.ifPresent(name -> values.put(name, value)));
    }

    private void replaceInDatabaseOfStaging(String pattern, String replacement) {
        database("staging")
                .ifPresent(
                        name -> values.computeIfPresent(name, (known, url) -> url.replaceFirst(pattern, replacement)));
    }

    /** The variable that names an environment's database. */
    private Optional<String> database(String environment) {
        return system.environment(environment).stream()
                .map(Environment::stores)
                .flatMap(java.util.List::stream)
                .filter(address -> system.store(address.store()).stream().anyMatch(Store.Database.class::isInstance))
                .map(StoreAddress::urlVariable)
                .findFirst();
    }
}
