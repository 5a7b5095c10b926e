package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.redis.Cache;
import dev.envproof.probe.redis.CacheProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Where a file requires TLS to a Redis, its URL asks for TLS and the session through it is one. */
@Card(
        id = "isolation/cache-connections-are-encrypted",
        says = "connections to its Redis are encrypted where its file requires that",
        severity = Severity.HIGH,
        because = "whoever is on the way reads the password, every session and every job",
        remedy = "turn TLS on at the server and write the URL as rediss://",
        requires = Need.REDIS_TLS,
        trippedBy = Fault.ISOLATION_CACHE_WITHOUT_TLS,
        verifies = "CE-11")
public final class CacheConnectionsAreEncrypted implements Rule.OfEnvironment<CacheProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CacheProbe.Seen seen) {
        return Verdict.all(seen.caches().stream()
                .filter(cache -> environment
                        .store(cache.store())
                        .filter(StoreAddress::tlsRequired)
                        .isPresent())
                .map(CacheConnectionsAreEncrypted::judge)
                .toList());
    }

    private static Verdict judge(Cache cache) {
        return cache.encrypted()
                .fold(
                        isEncrypted -> isEncrypted
                                ? Verdict.held("the session of " + cache.variable() + " is encrypted")
                                : Verdict.broken("a rediss:// URL", cache.variable() + " holds a plain redis:// URL"),
                        Verdict::inconclusive);
    }
}
