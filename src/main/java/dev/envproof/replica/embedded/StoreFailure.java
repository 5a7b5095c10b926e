package dev.envproof.replica.embedded;

/** A service could not use a store of the environment that it was asked for; the message holds no secret. */
final class StoreFailure extends Exception {
    StoreFailure(String message) {
        super(message);
    }
}
