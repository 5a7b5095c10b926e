package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.redis.Cache;
import dev.envproof.probe.redis.CacheProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Where a file requires persistence, the server writes an append-only file or snapshots. */
@Card(
        id = "isolation/cache-is-kept-on-disk",
        says = "its Redis keeps what it holds over a restart where its file requires that",
        severity = Severity.HIGH,
        because = "a restart loses every queued job and every session",
        remedy = "set `appendonly yes`, or `save` points, on a volume that outlives the server",
        requires = Need.REDIS_PERSISTENCE,
        trippedBy = Fault.ISOLATION_CACHE_NOT_KEPT,
        verifies = "CE-11")
public final class CacheIsKeptOnDisk implements Rule.OfEnvironment<CacheProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CacheProbe.Seen seen) {
        return Verdict.all(seen.caches().stream()
                .filter(cache -> cache.policy().persistenceRequired())
                .map(CacheIsKeptOnDisk::judge)
                .toList());
    }

    private static Verdict judge(Cache cache) {
        return cache.kept()
                .fold(
                        how -> how.isEmpty()
                                ? Verdict.broken(
                                        "an append-only file or snapshots",
                                        "the Redis of " + cache.variable() + " writes neither")
                                : Verdict.held("the Redis of " + cache.variable() + " writes " + how),
                        Verdict::inconclusive);
    }
}
