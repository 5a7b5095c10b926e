package dev.envproof.probe.redis;

import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.RedisAddress;
import dev.envproof.probe.RedisSession;
import dev.envproof.probe.store.Fact;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A Redis server and the database in it that an environment's URL leads to.
 *
 * @param runId {@code run_id}: of one process, the same in all its databases
 * @param replication {@code master_replid}: shared by a server and the replicas that repeat it
 * @param database the database's number
 * @param address host and port as the URL names them
 */
public record RedisServer(String runId, String replication, int database, String address) {

    /** The server that an address leads to, by a session of its own. */
    public static Fact<RedisServer> at(Target target, StoreAddress address, Duration deadline) {
        return Facts.of(() -> {
                    try (RedisSession session = RedisSession.open(target, address, deadline)) {
                        RedisAddress place = RedisSession.address(target, address);
                        return of(session.info(), place.database(), place.toString());
                    }
                })
                .fold(
                        found -> found.<Fact<RedisServer>>map(Fact.Known::new)
                                .orElseGet(() -> new Fact.Unknown<>("parse: INFO has no run_id")),
                        Fact.Unknown::new);
    }

    static Optional<RedisServer> of(Map<String, String> info, int database, String address) {
        String runId = info.getOrDefault("run_id", "");
        return runId.isEmpty()
                ? Optional.empty()
                : Optional.of(new RedisServer(runId, info.getOrDefault("master_replid", ""), database, address));
    }

    /** Whether both are one process, by whatever name it is reached. */
    public boolean isSameServerAs(RedisServer other) {
        return runId.equals(other.runId);
    }

    /** Whether both hold the same keys: one database of one server, or of servers that repeat each other. */
    public boolean hasKeysOf(RedisServer other) {
        boolean repeats = !replication.isEmpty() && replication.equals(other.replication);
        return database == other.database && (isSameServerAs(other) || repeats);
    }

    @Override
    public String toString() {
        return "database " + database + " at " + address;
    }
}
