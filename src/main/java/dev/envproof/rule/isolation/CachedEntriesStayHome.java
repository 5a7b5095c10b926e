package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.CanaryProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.stream.Stream;

/** What a service caches for one environment no service of the other reads, be the server shared or not. */
@Card(
        id = "isolation/cached-entries-stay-home",
        says = "neither reads what the other one's services cached",
        severity = Severity.CRITICAL,
        because = "one key means two things: each environment answers from, and overwrites, what the other cached",
        remedy = "give every key the environment's own prefix, or each environment a Redis of its own",
        requires = {Need.REDIS, Need.CACHE_CANARIES},
        trippedBy = Fault.ISOLATION_CACHE_KEYS_COLLIDE,
        verifies = {"CE-11", "EP-16"},
        unordered = true)
public final class CachedEntriesStayHome implements Rule.OfPair<CanaryProbe.Seen> {

    @Override
    public Verdict judge(Environment from, CanaryProbe.Seen a, Environment to, CanaryProbe.Seen b) {
        return Verdict.all(a.caches().stream()
                .filter(store -> Stream.of(a, b)
                        .flatMap(seen -> seen.looks().stream())
                        .anyMatch(look -> look.canary().path().store().equals(store)))
                .map(store -> new Crossings(from, a, to, b, store).verdict())
                .toList());
    }
}
