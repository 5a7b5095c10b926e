package dev.envproof.rule.workers;

import dev.envproof.environment.Worker;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The workers that two environments have under one name. */
record Crews(List<Pair> pairs) {

    record Pair(Crew one, Crew other) {}

    static Crews of(WorkerProbe.Seen a, WorkerProbe.Seen b) {
        return new Crews(a.crews().stream()
                .flatMap(one -> b.crew(one.worker().name()).stream().map(other -> new Pair(one, other)))
                .toList());
    }

    Verdict judge(BiFunction<Crew, Crew, Verdict> judge) {
        return Verdict.all(pairs.stream()
                .map(pair -> judge.apply(pair.one(), pair.other()))
                .toList());
    }

    /** Whether a store of both is one and the same. */
    static Verdict stores(Crew one, Crew other, Function<Worker, String> which, String saw) {
        return one.redis(which.apply(one.worker()))
                .fold(
                        first -> other.redis(which.apply(other.worker()))
                                .fold(
                                        second -> first.hasKeysOf(second)
                                                ? Verdict.broken("a store of its own", saw + ": " + first)
                                                : Verdict.held("two stores: " + first + " and " + second),
                                        Verdict::inconclusive),
                        Verdict::inconclusive);
    }

    /** What tells, where anything does; else why nothing does. */
    static Verdict telling(List<Verdict> first, List<Verdict> second) {
        List<Verdict> all = Stream.concat(first.stream(), second.stream()).toList();
        List<Verdict> telling = all.stream()
                .filter(verdict -> !(verdict instanceof Verdict.Inconclusive))
                .toList();
        return Verdict.all(telling.isEmpty() ? all : telling);
    }
}
