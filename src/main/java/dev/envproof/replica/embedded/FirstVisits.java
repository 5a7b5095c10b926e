package dev.envproof.replica.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Tells the first visit of each environment, service and host from later ones; each shape begins anew. */
final class FirstVisits {
    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(0, Set.of()));

    boolean isFirst(Visit visit) {
        int shape = System.identityHashCode(visit.shape());
        Seen now = seen.updateAndGet(
                before -> before.shape() == shape ? before : new Seen(shape, ConcurrentHashMap.newKeySet()));
        return now.places()
                .add(visit.environment().name() + " " + visit.service().name() + " "
                        + visit.request().first("Host").orElse(""));
    }

    private record Seen(int shape, Set<String> places) {}
}
