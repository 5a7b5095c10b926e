package dev.envproof.replica;

/** One part of a replica: started once, concurrently with the others as far as they do not need it. */
public interface Component extends AutoCloseable {
    /** What a progress line calls it, such as {@code postgres staging}. */
    String name();

    /** Returns when it answers; throws {@link ReplicaException} where it can't. */
    void start();

    @Override
    void close();
}
