package dev.envproof.probe.redis;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.RedisAddress;
import dev.envproof.probe.RedisFailure;
import dev.envproof.probe.RedisSession;
import dev.envproof.probe.redis.Cache.Crossing;
import dev.envproof.probe.store.Fact;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads of one Redis what the files declare about it. */
final class CacheLook {
    private static final String SAVE = "save";
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Target target;
    private final Store.Redis declared;
    private final StoreAddress address;
    private final List<Target> siblings;

    CacheLook(Target target, Store.Redis declared, StoreAddress address, List<Target> siblings) {
        this.target = target;
        this.declared = declared;
        this.address = address;
        this.siblings = List.copyOf(siblings);
    }

    Cache look() {
        Fact<Map<String, String>> info = Facts.of(this::info);
        return new Cache(
                declared,
                target.system().workers().stream().anyMatch(worker -> worker.keepsJobsIn(declared.name())),
                address.redis(),
                address.urlVariable(),
                Facts.then(info, this::server),
                open(info),
                encrypted(info),
                Facts.then(info, CacheLook::kept),
                Facts.then(info, CacheLook::replicas),
                crossings());
    }

    /** {@code INFO}, and of the configuration the one thing that it leaves out, where a client may read that. */
    private Map<String, String> info() throws RedisFailure {
        try (RedisSession session = RedisSession.open(target, address, DEADLINE)) {
            Map<String, String> info = new HashMap<>(session.info());
            Facts.of(() -> session.setting(SAVE)).known().ifPresent(points -> info.put(SAVE, points));
            return info;
        }
    }

    private Fact<RedisServer> server(Map<String, String> info) throws RedisFailure {
        RedisAddress place = RedisSession.address(target, address);
        return RedisServer.of(info, place.database(), place.toString())
                .<Fact<RedisServer>>map(Fact.Known::new)
                .orElseGet(() -> new Fact.Unknown<>("parse: the INFO of " + address.urlVariable() + " has no run_id"));
    }

    /** A refusal counts only where the deployment itself is admitted. */
    private Fact<Boolean> open(Fact<Map<String, String>> admitted) {
        try (RedisSession session = RedisSession.openAsStranger(target, address, DEADLINE)) {
            session.ping();
            return new Fact.Known<>(true);
        } catch (RedisFailure failed) {
            boolean isTurnedAway = failed.isRefusal() || failed.why().startsWith("TLS");
            if (!isTurnedAway) {
                return new Fact.Unknown<>(failed.why());
            }
            return admitted.fold(
                    known -> new Fact.Known<>(false),
                    why -> new Fact.Unknown<>("a stranger is refused, and so is the deployment itself: " + why));
        }
    }

    /** A URL that asks for no TLS gets none, whatever the server could do. */
    private Fact<Boolean> encrypted(Fact<Map<String, String>> info) {
        Fact<Boolean> asked =
                Facts.of(() -> RedisSession.address(target, address).isEncrypted());
        return asked.known().orElse(false) ? info.fold(known -> new Fact.Known<>(true), Fact.Unknown::new) : asked;
    }

    private static Fact<String> kept(Map<String, String> info) {
        if ("1".equals(info.get("aof_enabled"))) {
            return new Fact.Known<>("an append-only file");
        }
        return Optional.ofNullable(info.get(SAVE))
                .<Fact<String>>map(points -> new Fact.Known<>(points.isBlank() ? "" : "snapshots"))
                .orElseGet(() -> new Fact.Unknown<>("no append-only file, and CONFIG GET save is refused"));
    }

    private static Fact<Integer> replicas(Map<String, String> info) {
        if ("slave".equals(info.get("role"))) {
            return new Fact.Unknown<>("it is a replica itself, which does not tell its siblings");
        }
        return Optional.ofNullable(info.get("connected_slaves"))
                .<Fact<Integer>>map(count -> new Fact.Known<>((int) info.entrySet().stream()
                        .filter(entry -> entry.getKey().matches("slave\\d+"))
                        .filter(entry -> entry.getValue().contains("state=online"))
                        .count()))
                .orElseGet(() -> new Fact.Unknown<>("parse: INFO tells nothing of replicas"));
    }

    private List<Crossing> crossings() {
        List<Target> others = siblings.stream()
                .filter(sibling -> !sibling.environment()
                        .name()
                        .equals(target.environment().name()))
                .toList();
        return target.environment().canaries().contains(declared.name())
                ? new KeyCanary(target, address, declared, DEADLINE).at(others)
                : List.of();
    }
}
