package dev.envproof.replica.embedded;

import java.util.Map;

/** What one process of a deployment serves until it is told to stop. */
interface Served extends AutoCloseable {

    /**
     * Starts it and tells the variables that others need to reach it: by edge where they differ from edge to edge, else
     * under the empty name.
     */
    Map<String, Map<String, String>> start();

    /** Stops it; closing twice is harmless. */
    @Override
    void close();
}
