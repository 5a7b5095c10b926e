package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Faults of configuration: each changes values of a deployment's variables and nothing else. */
final class ConfigurationFaults {
    private final SystemUnderTest system;
    private final Map<String, String> values;

    private ConfigurationFaults(SystemUnderTest system, Map<String, String> values) {
        this.system = system;
        this.values = values;
    }

    /** @param values the healthy ones, to be changed in place */
    static void put(SystemUnderTest system, Set<Deviation> deviations, Map<String, String> values) {
        ConfigurationFaults faults = new ConfigurationFaults(system, values);
        if (deviations.contains(Fault.ISOLATION_SAME_DATABASE)) {
            faults.copy(faults.database("production"), faults.database("staging"));
        }
    }

    private void copy(Optional<String> from, Optional<String> to) {
        from.map(values::get).ifPresent(value -> to.ifPresent(name -> values.put(name, value)));
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
