package dev.envproof.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the system's file will say.
 *
 * @param services with the stores that each uses
 * @param routes paths with their services
 * @param edges by name
 * @param stores by name
 * @param health the path of each service's health, relative to its route
 */
record SystemDraft(
        String name,
        Map<String, Set<String>> services,
        Map<String, Route> routes,
        Map<String, Edge> edges,
        Map<String, StoreDraft> stores,
        Optional<Routing> routing,
        Map<String, Told> health,
        List<Note> notes) {

    record Route(String service, String place) {}

    /** @param conf relative to the system's folder */
    record Edge(String defaultEnvironment, Optional<String> conf) {}

    /** @param bucket of an object storage; a PostgreSQL database has none */
    record StoreDraft(Optional<String> bucket, String place) {}

    /** @param isTold whether a file says what an unknown value leads to */
    record Routing(String header, boolean isTold, String place) {}

    record Told(String value, String place) {}
}
