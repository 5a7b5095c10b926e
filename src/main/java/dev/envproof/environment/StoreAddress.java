package dev.envproof.environment;

import java.util.Optional;

/**
 * Where an environment's store is reached: names of the deployment's variables, never their values.
 *
 * @param store the declared store
 * @param urlVariable holds the store's URL
 * @param keyVariable holds its key, where it has one apart from the URL
 * @param legacyUrlVariable read where {@code urlVariable} is unset (backward compatibility)
 * @param legacyKeyVariable read where {@code keyVariable} is unset
 * @param tlsRequired whether a connection without TLS is a fault; {@code tls: required} in the file
 * @param migrationsAhead how many migrations it may have before its siblings do, while a release rolls out
 * @param redis what is demanded of it, where it is a Redis
 * @param terms what else the file says of the store
 */
public record StoreAddress(
        String store,
        String urlVariable,
        Optional<String> keyVariable,
        Optional<String> legacyUrlVariable,
        Optional<String> legacyKeyVariable,
        boolean tlsRequired,
        int migrationsAhead,
        RedisPolicy redis,
        StoreTerms terms) {

    /** An address about which the file says no more. */
    public StoreAddress(
            String store,
            String urlVariable,
            Optional<String> keyVariable,
            Optional<String> legacyUrlVariable,
            Optional<String> legacyKeyVariable,
            boolean tlsRequired,
            int migrationsAhead) {
        this(
                store,
                urlVariable,
                keyVariable,
                legacyUrlVariable,
                legacyKeyVariable,
                tlsRequired,
                migrationsAhead,
                RedisPolicy.NONE,
                StoreTerms.none());
    }

    /** The store's URL as the deployment resolves it; a blank variable counts as unset. */
    public Optional<String> urlIn(Variables variables) {
        return first(variables, Optional.of(urlVariable), legacyUrlVariable);
    }

    /** The store's key as the deployment resolves it; a blank variable counts as unset. */
    public Optional<String> keyIn(Variables variables) {
        return first(variables, keyVariable, legacyKeyVariable);
    }

    private static Optional<String> first(Variables variables, Optional<String> name, Optional<String> legacyName) {
        return name.flatMap(variables::value)
                .filter(value -> !value.isBlank())
                .or(() -> legacyName.flatMap(variables::value).filter(value -> !value.isBlank()));
    }
}
