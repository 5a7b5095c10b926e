package dev.envproof.environment;

import java.net.URI;
import java.util.Map;

/** What a replica lets a probe do to it, for requirements that only show when something is stopped or started. */
public interface Controls {

    /** Stops one environment's store until the handle is closed. */
    Handle stopStore(String environment, String store);

    /**
     * Starts one more instance of a service, of the given edge, with some variables replaced; an empty value unsets one.
     */
    Started startService(String edge, String service, Map<String, String> variables);

    /** Undoes what was done; closing twice is harmless. */
    interface Handle extends AutoCloseable {
        @Override
        void close();
    }

    /** A started instance and its address. */
    interface Started extends Handle {
        URI url();
    }
}
