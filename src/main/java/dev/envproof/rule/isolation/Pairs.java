package dev.envproof.rule.isolation;

import dev.envproof.probe.redis.Cache;
import dev.envproof.probe.redis.CacheProbe;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The Redis stores that two environments have under one name. */
record Pairs(List<Pair> pairs) {

    record Pair(Cache one, Cache other) {}

    static Pairs of(CacheProbe.Seen a, CacheProbe.Seen b, Predicate<Cache> which) {
        return new Pairs(a.caches().stream()
                .filter(which)
                .flatMap(one -> b.cache(one.store()).stream().map(other -> new Pair(one, other)))
                .toList());
    }

    Verdict judge(Function<Pair, Verdict> judge) {
        return Verdict.all(pairs.stream().map(judge).toList());
    }
}
