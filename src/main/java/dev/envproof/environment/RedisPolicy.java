package dev.envproof.environment;

import java.util.Optional;

/**
 * What an environment's file demands of one Redis store.
 *
 * @param keyPrefix what its own keys begin with, where siblings share the server
 * @param persistenceRequired whether what it holds must outlive a restart; {@code persistence: required}
 * @param replicas how many replicas must follow it
 * @param authentication how clients prove who they are
 */
public record RedisPolicy(
        Optional<String> keyPrefix, boolean persistenceRequired, int replicas, Authentication authentication) {
    public static final RedisPolicy NONE = new RedisPolicy(Optional.empty(), false, 0, Authentication.PASSWORD);

    /** How a client is admitted. */
    public enum Authentication {
        PASSWORD,
        /** By a certificate of its own in the TLS handshake. */
        CLIENT_CERTIFICATE
    }
}
