package dev.envproof.replica;

/** A PostgreSQL server that one environment has for itself: a process or a container on this machine. */
public interface DatabaseServer extends AutoCloseable {

    /**
     * Returns when the superuser {@code postgres} is admitted at 127.0.0.1 with this password, and nobody without one.
     *
     * @throws ReplicaException where it can't be started; the message says why
     */
    void start(String superuserPassword);

    /** Its port at 127.0.0.1. */
    int port();

    /** {@code host:port}. */
    default String address(Side side) {
        return "127.0.0.1:" + port();
    }

    /** {@code host:port} by another name of the same host. */
    default String otherAddress(Side side) {
        return "localhost:" + port();
    }

    /** Stops it and forgets its data; a server that was never started is fine. */
    @Override
    void close();
}
