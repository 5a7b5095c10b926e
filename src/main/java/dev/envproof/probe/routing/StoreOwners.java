package dev.envproof.probe.routing;

import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.StoreIdentities;
import dev.envproof.probe.StoreIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Knows every environment's stores by a direct look, and so whose stores stand behind an answer.
 *
 * @param direct environment to store to identity
 */
public record StoreOwners(Map<String, Map<String, StoreIdentity>> direct) {
    public StoreOwners {
        direct = Map.copyOf(direct);
    }

    /** Asks every store without waiting; what is returned waits, and looks no second time. */
    static Supplier<StoreOwners> begun(Lookout lookout) {
        CompletableFuture<?>[] asked = lookout.siblings().stream()
                .flatMap(sibling -> lookout.identities().begin(sibling, lookout.wire()).stream())
                .map(StoreIdentities.Asked::identity)
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(asked).thenApply(all -> lookedUp(lookout))::join;
    }

    public static StoreOwners lookedUp(Lookout lookout) {
        Map<String, Map<String, StoreIdentity>> direct = new LinkedHashMap<>();
        for (Target sibling : lookout.siblings()) {
            direct.put(sibling.environment().name(), lookout.identities().of(sibling, lookout.wire()));
        }
        return new StoreOwners(direct);
    }

    /** Whose stores gave these identities, by store name. */
    public Reached whose(Map<String, String> identities) {
        if (identities.isEmpty()) {
            return new Reached.Nowhere();
        }
        Set<String> owners = new TreeSet<>();
        boolean strangers = false;
        for (Map.Entry<String, String> identity : identities.entrySet()) {
            Set<String> having = having(identity.getKey(), identity.getValue());
            strangers |= having.isEmpty();
            owners.addAll(having);
        }
        if (owners.isEmpty()) {
            return new Reached.Stranger();
        }
        for (String owner : owners) {
            Set<String> sharing = sharingAStoreWith(owner);
            if (sharing.size() > 1) {
                return new Reached.Unproven("the variables of " + String.join(" and ", sharing) + " lead to one store");
            }
        }
        if (strangers) {
            owners.add("an unknown environment");
        }
        return owners.size() == 1 ? new Reached.One(owners.iterator().next()) : new Reached.Several(owners);
    }

    /** Whether a direct look at every store of the environment succeeded. */
    public boolean knows(String environment) {
        Map<String, StoreIdentity> stores = direct.getOrDefault(environment, Map.of());
        return !stores.isEmpty() && stores.values().stream().allMatch(StoreIdentity.Known.class::isInstance);
    }

    /** What the direct look at a store gave. */
    StoreIdentity of(String environment, String store) {
        return Optional.ofNullable(direct.get(environment))
                .map(stores -> stores.get(store))
                .orElseThrow();
    }

    /** Other environments of this run that have such a store, with what the direct look at it gave. */
    Map<String, StoreIdentity> others(String environment, String store) {
        Map<String, StoreIdentity> others = new TreeMap<>();
        direct.forEach((name, stores) -> Optional.ofNullable(stores.get(store))
                .filter(found -> !name.equals(environment))
                .ifPresent(found -> others.put(name, found)));
        return others;
    }

    private Set<String> having(String store, String value) {
        return direct.entrySet().stream()
                .filter(entry ->
                        new StoreIdentity.Known(value).equals(entry.getValue().get(store)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> sharingAStoreWith(String environment) {
        Set<String> sharing = new TreeSet<>(Set.of(environment));
        direct.getOrDefault(environment, Map.of())
                .forEach(
                        (store, identity) -> identity.known().ifPresent(value -> sharing.addAll(having(store, value))));
        return sharing;
    }
}
