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

/** A stranger's PING is refused where the deployment's own credentials are admitted. */
@Card(
        id = "isolation/cache-asks-for-a-password",
        says = "its Redis answers nobody who has not proven who they are",
        severity = Severity.CRITICAL,
        because = "whoever reaches the port reads, changes and deletes every key, and can take over the host",
        remedy = "set `requirepass`, or an ACL without `nopass`, and put the password into the URL",
        requires = Need.REDIS,
        trippedBy = Fault.ISOLATION_CACHE_WITHOUT_PASSWORD,
        verifies = {"CE-02", "CE-11"})
public final class CacheAsksForAPassword implements Rule.OfEnvironment<CacheProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CacheProbe.Seen seen) {
        return Verdict.all(
                seen.caches().stream().map(CacheAsksForAPassword::judge).toList());
    }

    private static Verdict judge(Cache cache) {
        return cache.open()
                .fold(
                        isOpen -> isOpen
                                ? Verdict.broken(
                                        "a refusal before AUTH",
                                        "PING was answered at the address of " + cache.variable()
                                                + " without any credential")
                                : Verdict.held("the Redis of " + cache.variable()
                                        + " admits the deployment and refuses a stranger"),
                        Verdict::inconclusive);
    }
}
