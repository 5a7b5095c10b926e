package dev.envproof.probe.routing;

import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.StoreIdentities;
import dev.envproof.probe.StoreIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the store behind legacy variables who it is, and whose it is. */
public final class LegacyProbe implements Probe<LegacyProbe.Seen> {

    /** One {@link Legacy} per store with legacy variables. */
    public record Seen(List<Legacy> stores) implements dev.envproof.probe.Seen {
        public Seen {
            stores = List.copyOf(stores);
        }
    }

    /**
     * @param isSet whether this run sees the legacy variables set
     * @param isReplaced whether the variables that replaced them are set too
     * @param current the store that the deployment really uses
     * @param legacy the store that the legacy variables name
     * @param others siblings of this run, with what the direct look at their store of that name gave
     */
    public record Legacy(
            StoreAddress address,
            boolean isSet,
            boolean isReplaced,
            StoreIdentity current,
            StoreIdentity legacy,
            Map<String, StoreIdentity> others) {
        public Legacy {
            others = Map.copyOf(others);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        StoreOwners owners = StoreOwners.lookedUp(lookout);
        return new Seen(target.environment().stores().stream()
                .filter(address -> address.legacyUrlVariable().isPresent())
                .map(address -> legacy(target, lookout, owners, address))
                .toList());
    }

    private static Legacy legacy(Target target, Lookout lookout, StoreOwners owners, StoreAddress address) {
        String environment = target.environment().name();
        StoreAddress old = new StoreAddress(
                address.store(),
                address.legacyUrlVariable().orElseThrow(),
                address.legacyKeyVariable(),
                Optional.empty(),
                Optional.empty(),
                address.tlsRequired(),
                address.migrationsAhead());
        StoreIdentity legacy = StoreIdentities.ask(target, old, lookout.wire());
        StoreIdentity current = owners.of(environment, address.store());
        return new Legacy(
                address,
                old.urlIn(target.variables()).isPresent(),
                target.variables()
                        .value(address.urlVariable())
                        .filter(url -> !url.isBlank())
                        .isPresent(),
                current,
                legacy,
                owners.others(environment, address.store()));
    }
}
