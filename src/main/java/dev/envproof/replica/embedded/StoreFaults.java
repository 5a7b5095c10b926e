package dev.envproof.replica.embedded;

import java.util.Map;

/** Faults inside the stores themselves: committed after every part was restored, and undone by the next restore. */
final class StoreFaults {
    private StoreFaults() {}

    /** @param stores by environment */
    static void commit(Shape shape, Map<String, ProjectStores> stores) {}
}
