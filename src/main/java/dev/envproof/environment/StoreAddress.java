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
 */
public record StoreAddress(
        String store,
        String urlVariable,
        Optional<String> keyVariable,
        Optional<String> legacyUrlVariable,
        Optional<String> legacyKeyVariable,
        boolean tlsRequired,
        int migrationsAhead) {}
