package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.RoutingHeader.DefaultVariable;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Faults of routing that are faults of configuration: they change the variables of the edge that environments share. */
final class RoutingFaults {
    private final SystemUnderTest system;
    private final Edge edge;
    private final Map<String, String> values;

    private RoutingFaults(SystemUnderTest system, Edge edge, Map<String, String> values) {
        this.system = system;
        this.edge = edge;
        this.values = values;
    }

    /** @param values the healthy ones, to be changed in place */
    static void put(SystemUnderTest system, Edge edge, Set<Deviation> deviations, Map<String, String> values) {
        if (!new Shape(system, deviations, Map.of()).isShared(edge.name())) {
            return;
        }
        RoutingFaults faults = new RoutingFaults(system, edge, values);
        if (deviations.contains(Fault.ROUTING_DEFAULT_IS_DEVELOPMENT)) {
            faults.setDefault(faults.outsider().name());
        }
        if (deviations.contains(LookAlike.ROUTING_DEFAULT_IN_CAPITALS)) {
            faults.setDefault(edge.defaultEnvironment().toUpperCase(Locale.ROOT));
        }
        if (deviations.contains(Fault.ROUTING_DEFAULT_UNSET)) {
            faults.setDefault("");
        }
        if (deviations.contains(Fault.ROUTING_URL_AND_KEY_MIXED)) {
            faults.mixUrlAndKey();
        }
        if (deviations.contains(Fault.ROUTING_LEGACY_POINTS_TO_DEVELOPMENT)) {
            faults.leaveLegacyOf(faults.outsider());
        }
        if (deviations.contains(LookAlike.ROUTING_LEGACY_ALONE)) {
            faults.leaveLegacyOf(EnvironmentChoice.declaredDefault(system, edge.name()));
        }
    }

    /** An environment that another edge serves. */
    private Environment outsider() {
        return EnvironmentChoice.outsider(system, edge.name());
    }

    private void setDefault(String value) {
        system.routingHeader()
                .flatMap(RoutingHeader::defaultVariable)
                .map(DefaultVariable::name)
                .ifPresent(name -> put(name, Optional.of(value)));
    }

    /** Every environment but the default gets the default's URL and keeps its own key. */
    private void mixUrlAndKey() {
        Environment fallback = EnvironmentChoice.declaredDefault(system, edge.name());
        for (Environment environment : system.environments()) {
            if (environment.edge().equals(edge.name()) && !environment.equals(fallback)) {
                keyed(environment)
                        .forEach(store -> put(store.urlVariable(), value(fallback, store, StoreAddress::urlVariable)));
            }
        }
    }

    /** Unsets the default's own variables; the legacy ones hold what the given environment has. */
    private void leaveLegacyOf(Environment other) {
        for (StoreAddress store : keyed(EnvironmentChoice.declaredDefault(system, edge.name()))) {
            Optional<String> url = value(other, store, StoreAddress::urlVariable);
            Optional<String> key =
                    value(other, store, address -> address.keyVariable().orElse(""));
            put(store.urlVariable(), Optional.empty());
            store.keyVariable().ifPresent(name -> put(name, Optional.empty()));
            store.legacyUrlVariable().ifPresent(name -> put(name, url));
            store.legacyKeyVariable().ifPresent(name -> put(name, key));
        }
    }

    private static List<StoreAddress> keyed(Environment environment) {
        return environment.stores().stream()
                .filter(store -> store.keyVariable().isPresent())
                .toList();
    }

    private Optional<String> value(Environment of, StoreAddress like, Function<StoreAddress, String> variable) {
        return of.store(like.store()).map(variable).map(values::get);
    }

    private void put(String name, Optional<String> value) {
        values.remove(name);
        value.filter(text -> !text.isEmpty()).ifPresent(text -> values.put(name, text));
    }
}
