package dev.envproof.probe.secrets;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.DeclaredSecret.Kind;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.StoreAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place where an environment is given a secret.
 *
 * @param secret how it is declared; by its kind alone where only a store or the access key names it
 * @param isDeclaredSecret whether the file lists it among its declared ones
 * @param legacyVariable read where the variable is unset
 */
record Slot(DeclaredSecret secret, boolean isDeclaredSecret, Optional<String> legacyVariable) {

    /** Every slot of an environment, once each, in the order of its file. */
    static List<Slot> of(Environment environment) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        environment.secrets().forEach(secret -> slots.put(secret.variable(), new Slot(secret, true, Optional.empty())));
        for (StoreAddress store : environment.stores()) {
            add(slots, store.urlVariable(), Kind.URL, store.legacyUrlVariable());
            store.keyVariable().ifPresent(key -> add(slots, key, Kind.OPAQUE, store.legacyKeyVariable()));
        }
        environment.access().map(AccessKey::variable).ifPresent(key -> add(slots, key, Kind.OPAQUE, Optional.empty()));
        return List.copyOf(slots.values());
    }

    Stream<String> variables() {
        return Stream.concat(Stream.of(secret.variable()), legacyVariable.stream());
    }

    private static void add(Map<String, Slot> slots, String variable, Kind kind, Optional<String> legacy) {
        Slot known = slots.get(variable);
        slots.put(
                variable,
                known == null
                        ? new Slot(DeclaredSecret.of(variable, kind), false, legacy)
                        : new Slot(
                                known.secret(),
                                known.isDeclaredSecret(),
                                known.legacyVariable().or(() -> legacy)));
    }
}
