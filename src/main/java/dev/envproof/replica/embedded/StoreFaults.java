package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import java.util.Map;

/** Faults inside the stores themselves: committed after every part was restored, and undone by the next restore. */
final class StoreFaults {
    private StoreFaults() {}

    /** @param stores by environment */
    static void commit(Shape shape, Map<String, ProjectStores> stores) {
        if (shape.shows(Fault.SECRETS_SHARED_BETWEEN_ENVIRONMENTS)) {
            ProjectStores staging = stores.get("staging");
            ProjectStores production = stores.get("production");
            if (staging != null && production != null) {
                staging.cluster().changePassword(production.project().databasePassword());
            }
        }
    }
}
