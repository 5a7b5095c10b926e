package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Worker;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.RedisLookAlike;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the deployments of a replica know of its Redis servers, under the names that the system's files declare. */
final class RedisVariables {
    /** A number that no store has in the healthy state. */
    private static final int OTHER = 9;

    /** Whom another environment's server knows staging by. */
    private static final int GUEST = 15;

    private final SystemUnderTest system;
    private final Set<Deviation> deviations;
    private final Map<String, RedisPart> servers;

    /** @param servers by environment */
    RedisVariables(SystemUnderTest system, Set<Deviation> deviations, Map<String, RedisPart> servers) {
        this.system = system;
        this.deviations = Set.copyOf(deviations);
        this.servers = Map.copyOf(servers);
    }

    /** The values for one environment, by variable. */
    Map<String, String> of(Environment environment) {
        Map<String, String> values = new HashMap<>();
        for (StoreAddress address : environment.stores()) {
            system.store(address.store())
                    .filter(Store.Redis.class::isInstance)
                    .map(Store.Redis.class::cast)
                    .ifPresent(store -> {
                        values.put(address.urlVariable(), url(environment, store, address));
                        address.keyVariable()
                                .ifPresent(key ->
                                        values.put(key, server(environment).clientCertificate()));
                    });
        }
        return values;
    }

    private String url(Environment environment, Store.Redis store, StoreAddress address) {
        boolean isStaging = environment.name().equals("staging");
        boolean isBroker = system.workers().stream().map(Worker::broker).anyMatch(store.name()::equals);
        boolean isResults = system.workers().stream().map(Worker::results).anyMatch(store.name()::equals);
        int number = number(store);
        Optional<Environment> production = system.environment("production").filter(any -> isStaging);
        if (production.isPresent()) {
            boolean isWhole = shows(Fault.ISOLATION_CACHE_OF_SIBLING)
                    || isBroker && shows(Fault.WORKERS_BROKER_OF_SIBLING)
                    || isResults && shows(Fault.WORKERS_RESULTS_OF_SIBLING);
            if (isWhole) {
                return url(production.get(), store, number, number);
            }
            boolean isSharedCache = shows(Fault.ISOLATION_CACHE_KEYS_COLLIDE)
                    || shows(RedisLookAlike.ISOLATION_CACHE_SHARED_WITH_PREFIXES);
            if (isSharedCache && !isBroker && !isResults) {
                return url(production.get(), store, number, GUEST);
            }
            boolean isOther = shows(Fault.ISOLATION_CACHE_ON_SIBLINGS_SERVER)
                    || isBroker && shows(RedisLookAlike.WORKERS_SHARED_BROKER_OWN_NUMBER)
                    || isResults && shows(RedisLookAlike.WORKERS_SHARED_RESULTS_OWN_NUMBER);
            if (isOther) {
                return url(production.get(), store, number + OTHER, number + OTHER);
            }
            if (isResults && shows(Fault.WORKERS_RESULTS_ELSEWHERE)) {
                return url(environment, store, number + OTHER, number + OTHER);
            }
            if (shows(RedisLookAlike.ISOLATION_CACHE_CLIENT_CERTIFICATES)) {
                return server(environment).certifiedUrl(number);
            }
        }
        boolean isPlain = environment.name().equals("production") && shows(Fault.ISOLATION_CACHE_WITHOUT_TLS);
        String url = server(environment).url(address.tlsRequired() && !isPlain, number, number);
        if (isStaging && shows(Fault.ISOLATION_CACHE_WITHOUT_PASSWORD)) {
            return url.replaceFirst("://[^@]*@", "://");
        }
        return shows(RedisLookAlike.ISOLATION_CACHE_BEHIND_ONE_NAME) ? url.replace("@127.0.0.1:", "@localhost:") : url;
    }

    private String url(Environment environment, Store.Redis store, int number, int role) {
        boolean encrypted = environment
                .store(store.name())
                .filter(StoreAddress::tlsRequired)
                .isPresent();
        return server(environment).url(encrypted, number, role);
    }

    /** Stores that are declared as the same have one number; each other has one of its own. */
    private int number(Store.Redis store) {
        List<String> names = system.stores().stream()
                .filter(Store.Redis.class::isInstance)
                .map(Store::name)
                .toList();
        return names.indexOf(store.sameAs().orElse(store.name()));
    }

    private boolean shows(Deviation deviation) {
        return deviations.contains(deviation);
    }

    private RedisPart server(Environment environment) {
        return Optional.ofNullable(servers.get(environment.name()))
                .orElseThrow(() -> new IllegalStateException("no Redis for " + environment.name()));
    }
}
