package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.redis.Cache;
import dev.envproof.probe.redis.CacheProbe;
import dev.envproof.probe.redis.RedisServer;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** No key of one is in the other, and no server holds both, unless the system declares it as shared. */
@Card(
        id = "isolation/each-environment-has-its-own-cache",
        says = "each has a Redis of its own",
        severity = Severity.CRITICAL,
        because = "one environment serves the other one's sessions and cached answers, and flushes them with its own",
        remedy = "give each environment a Redis server of its own and put its URL into the variable",
        requires = Need.REDIS,
        trippedBy = {Fault.ISOLATION_CACHE_OF_SIBLING, Fault.ISOLATION_CACHE_ON_SIBLINGS_SERVER},
        verifies = {"CE-11", "EP-16"},
        unordered = true)
public final class EachEnvironmentHasItsOwnCache implements Rule.OfPair<CacheProbe.Seen> {

    @Override
    public Verdict judge(Environment from, CacheProbe.Seen a, Environment to, CacheProbe.Seen b) {
        return Pairs.of(a, b, cache -> !cache.keepsJobs() || a.caches().stream().allMatch(Cache::keepsJobs))
                .judge(pair -> judge(from, pair.one(), to, pair.other()));
    }

    private static Verdict judge(Environment from, Cache one, Environment to, Cache other) {
        if (one.declared().isShared()) {
            return Verdict.held(one.store() + " is declared as shared; see isolation/cached-entries-stay-home");
        }
        List<Cache.Crossing> crossings = Stream.concat(
                        one.crossings().stream().filter(it -> it.sibling().equals(to.name())),
                        other.crossings().stream().filter(it -> it.sibling().equals(from.name())))
                .toList();
        if (crossings.stream().anyMatch(it -> it.key().known().orElse(false))) {
            return broken("a key that was written in one was read in the other: " + variables(one, other));
        }
        if (crossings.stream().anyMatch(it -> it.message().known().orElse(false))) {
            return broken("a message that was published in one was heard in the other: " + variables(one, other));
        }
        return byIdentity(one, other, crossings);
    }

    private static Verdict byIdentity(Cache one, Cache other, List<Cache.Crossing> crossings) {
        Optional<RedisServer> first = one.server().known();
        Optional<RedisServer> second = other.server().known();
        if (first.isEmpty() || second.isEmpty()) {
            return Verdict.inconclusive(Stream.of(one, other)
                    .flatMap(cache -> cache.server()
                            .<Stream<String>>fold(known -> Stream.empty(), Stream::of)
                            .limit(1))
                    .findFirst()
                    .orElse("nothing was seen"));
        }
        if (first.get().hasKeysOf(second.get())) {
            return broken(variables(one, other) + " lead to one: " + first.get());
        }
        if (first.get().isSameServerAs(second.get())) {
            return broken(variables(one, other) + " lead to one server: " + first.get() + " and " + second.get());
        }
        boolean isProven = crossings.stream().anyMatch(it -> it.key().known().isPresent());
        return Verdict.held("two servers, whose run_id differ" + (isProven ? ", and no canary was in the other" : ""));
    }

    private static Verdict broken(String saw) {
        return Verdict.broken("a Redis server of its own", saw);
    }

    private static String variables(Cache one, Cache other) {
        return one.variable().equals(other.variable())
                ? "the values of " + one.variable()
                : one.variable() + " and " + other.variable();
    }
}
