package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Whose stores one instance of a service uses for a request: the chosen environment's, unless a fault says otherwise. */
final class ChosenStores {
    /** What a fault shares between requests; nothing else reads it. */
    private final AtomicReference<Optional<Environment>> shared = new AtomicReference<>(Optional.empty());

    /** What a service may well keep between requests: one thing for each environment. */
    private final Map<String, Environment> kept = new ConcurrentHashMap<>();

    /** Databases that the service itself connects to, by URL. */
    private final Map<String, DirectDatabase> databases = new ConcurrentHashMap<>();

    DirectDatabase database(String url) {
        return databases.computeIfAbsent(url, DirectDatabase::new);
    }

    Environment of(Visit visit) throws StoreFailure {
        if (visit.shape().shows(LookAlike.ROUTING_CLIENT_KEPT_FOR_EACH)) {
            return kept.computeIfAbsent(visit.environment().name(), name -> visit.environment());
        }
        if (!isFaulty(visit)) {
            return visit.environment();
        }
        if (visit.shape().showsAt(visit.edge(), Fault.ROUTING_SERVICE_HARD_WIRED)) {
            return EnvironmentChoice.declaredDefault(visit.shape().system(), visit.edge());
        }
        if (visit.shape().showsAt(visit.edge(), Fault.ROUTING_CLIENT_CACHED)) {
            return shared.updateAndGet(first -> first.or(() -> Optional.of(visit.environment())))
                    .orElseThrow();
        }
        if (visit.shape().showsAt(visit.edge(), Fault.ROUTING_ENVIRONMENT_BLEEDS)) {
            shared.set(Optional.of(visit.environment()));
            askProject(visit);
            return shared.get().orElseGet(visit::environment);
        }
        return visit.environment();
    }

    void forget() {
        shared.set(Optional.empty());
        kept.clear();
        databases.values().forEach(DirectDatabase::close);
        databases.clear();
    }

    /** One of several services is at fault: the first that has a store. */
    private static boolean isFaulty(Visit visit) {
        return visit.shape().system().services().stream()
                .filter(service -> !service.stores().isEmpty())
                .findFirst()
                .map(Service::name)
                .equals(Optional.of(visit.service().name()));
    }

    /** The pause in which a request waits for its project while others go on. */
    private static void askProject(Visit visit) throws StoreFailure {
        Optional<String> url = visit.environment().stores().stream()
                .filter(address -> address.keyVariable().isPresent())
                .flatMap((StoreAddress address) -> address.urlIn(visit.variables()).stream())
                .findFirst();
        try {
            if (url.isPresent()) {
                HttpCall.send("GET", URI.create(url.get() + "/"), Map.of(), "");
            }
        } catch (IOException unreachable) {
            throw new StoreFailure("the project of " + visit.environment().name() + " does not answer");
        }
    }
}
