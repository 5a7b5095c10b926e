package dev.envproof.fault;

import java.util.HashMap;
import java.util.Map;

/** A healthy state of a Redis, a worker or a scheduler that resembles a fault. */
public enum RedisLookAlike implements Harmless {
    ISOLATION_CACHE_BEHIND_ONE_NAME(
            Fault.ISOLATION_CACHE_OF_SIBLING, "every environment's Redis has one host name, each with its own run_id"),
    ISOLATION_CACHE_SHARED_WITH_PREFIXES(
            Fault.ISOLATION_CACHE_KEYS_COLLIDE,
            "staging and production share a Redis as declared, and each has a prefix of its own",
            "system.stores.cache.shared",
            "true",
            "system.stores.broker.same-as",
            "null",
            "system.stores.results.same-as",
            "broker",
            "staging.stores.cache.key-prefix",
            "\"staging:\"",
            "production.stores.cache.key-prefix",
            "\"production:\""),
    ISOLATION_CACHE_CLIENT_CERTIFICATES(
            Fault.ISOLATION_CACHE_WITHOUT_PASSWORD,
            "staging's Redis has no password and admits no client without a certificate that it knows",
            "staging.stores.cache.authentication",
            "client-certificate",
            "staging.stores.cache.key",
            "REDIS_CLIENT_CERTIFICATE",
            "staging.stores.broker.authentication",
            "client-certificate",
            "staging.stores.broker.key",
            "REDIS_CLIENT_CERTIFICATE",
            "staging.stores.results.authentication",
            "client-certificate",
            "staging.stores.results.key",
            "REDIS_CLIENT_CERTIFICATE"),
    ISOLATION_CACHE_PLAIN_INSIDE(
            Fault.ISOLATION_CACHE_WITHOUT_TLS, "the Redis of local, whose file does not ask for TLS, speaks none"),
    WORKERS_SHARED_BROKER_OWN_NUMBER(
            Fault.WORKERS_BROKER_OF_SIBLING,
            "staging's queues are in a database of their own on production's server, as declared",
            "system.stores.broker.shared",
            "true",
            "system.stores.broker.same-as",
            "null"),
    WORKERS_SHARED_RESULTS_OWN_NUMBER(
            Fault.WORKERS_RESULTS_OF_SIBLING,
            "staging's results are in a database of their own on production's server, as declared",
            "system.stores.results.shared",
            "true",
            "system.stores.results.same-as",
            "null"),
    WORKERS_STARTED_ON_DEMAND(Fault.WORKERS_DOWN, "staging's worker is started by the first job, and done in time"),
    WORKERS_UNUSED_QUEUE(Fault.WORKERS_QUEUE_UNCONSUMED, "a queue that nobody declares has jobs that nobody takes"),
    WORKERS_FEWER_VARIABLES(
            Fault.WORKERS_VARIABLE_OUTDATED, "staging's worker has no variables but those that it is declared to use"),
    WORKERS_SCHEDULER_ON_STANDBY(
            Fault.WORKERS_SCHEDULER_DOUBLED, "a second scheduler stands by, and a lock lets one tick"),
    WORKERS_LONG_QUEUE(
            Fault.WORKERS_JOB_WITHOUT_LIMIT,
            "jobs of a queue that is declared as long take longer than the limit of the others",
            "system.workers.extractor.long-queues",
            "[extraction]"),
    WORKERS_ALIAS_NAMED(Fault.WORKERS_ENVIRONMENT_LOST, "staging's worker calls its environment by a declared alias");

    private final String id;
    private final Fault resembles;
    private final String says;
    private final Map<String, String> overlay;

    RedisLookAlike(Fault resembles, String says, String... overlay) {
        this.id = Deviation.id(this);
        this.resembles = resembles;
        this.says = says;
        Map<String, String> pairs = new HashMap<>();
        for (int index = 0; index < overlay.length; index += 2) {
            pairs.put(overlay[index], overlay[index + 1]);
        }
        this.overlay = Map.copyOf(pairs);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Fault resembles() {
        return resembles;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public Map<String, String> overlay() {
        return overlay;
    }

    @Override
    public ReferenceSystem system() {
        return ReferenceSystem.CURRICULUM_EXTRACTOR;
    }
}
