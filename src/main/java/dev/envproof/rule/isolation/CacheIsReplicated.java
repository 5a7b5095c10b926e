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

/** As many replicas follow the server as its file declares. */
@Card(
        id = "isolation/cache-is-replicated",
        says = "as many replicas follow its Redis as its file declares",
        severity = Severity.MEDIUM,
        because = "without a replica in step nothing takes over when the server fails",
        remedy = "start the replicas, point `replicaof` at the server and give them its password (`masterauth`)",
        requires = Need.REDIS_REPLICAS,
        trippedBy = Fault.ISOLATION_CACHE_NOT_REPLICATED,
        verifies = "CE-11")
public final class CacheIsReplicated implements Rule.OfEnvironment<CacheProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CacheProbe.Seen seen) {
        return Verdict.all(seen.caches().stream()
                .filter(cache -> cache.policy().replicas() > 0)
                .map(CacheIsReplicated::judge)
                .toList());
    }

    private static Verdict judge(Cache cache) {
        int declared = cache.policy().replicas();
        String who = " follow the Redis of " + cache.variable();
        return cache.replicas()
                .fold(
                        count -> count < declared
                                ? Verdict.broken(declared + " replicas in step", count + " replicas" + who)
                                : Verdict.held(count + " replicas in step" + who),
                        Verdict::inconclusive);
    }
}
