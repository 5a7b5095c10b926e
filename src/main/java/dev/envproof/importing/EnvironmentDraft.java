package dev.envproof.importing;

import dev.envproof.importing.SystemDraft.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an environment's file will say.
 *
 * @param url where its edge is reached
 * @param serviceUrls addresses of services that the edge does not lead to
 * @param stores the variables that hold each store's address
 */
record EnvironmentDraft(
        String name,
        Set<String> aliases,
        String edge,
        Optional<Told> url,
        Map<String, Told> serviceUrls,
        Map<String, Address> stores,
        List<Secrets.Found> secrets,
        Optional<CorsDraft> cors,
        Optional<Told> logLevel,
        List<Note> notes) {

    /** @param isTold whether a file names the variable */
    record Address(String url, Optional<String> key, boolean isTold) {}

    /** The union of what several settings say. */
    record CorsDraft(
            Set<String> origins,
            Set<String> patterns,
            Set<String> methods,
            Set<String> headers,
            Optional<Boolean> credentials,
            String place) {}
}
