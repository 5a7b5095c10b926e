package dev.envproof.replica.embedded;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Counts the visits of each environment, service and host; each shape begins anew. */
final class Visits {
    private final AtomicReference<Counted> counted = new AtomicReference<>(new Counted(0, Map.of()));

    /** The number of this visit, from 1. */
    int number(Visit visit) {
        int shape = System.identityHashCode(visit.shape());
        Counted now = counted.updateAndGet(
                before -> before.shape() == shape ? before : new Counted(shape, new ConcurrentHashMap<>()));
        String place = visit.environment().name() + " " + visit.service().name() + " "
                + visit.request().first("Host").orElse("");
        return now.visits().merge(place, 1, Integer::sum);
    }

    private record Counted(int shape, Map<String, Integer> visits) {}
}
