package dev.envproof.probe.redis;

import dev.envproof.probe.RedisFailure;
import dev.envproof.probe.store.Fact;

/** Turns what a Redis did not answer into facts that are not known. */
final class Facts {
    private Facts() {}

    /** A question to a Redis. */
    interface Question<T> {
        T ask() throws RedisFailure;
    }

    /** What follows from an answer. */
    interface Step<T, U> {
        Fact<U> from(T known) throws RedisFailure;
    }

    static <T> Fact<T> of(Question<T> question) {
        try {
            return new Fact.Known<>(question.ask());
        } catch (RedisFailure failed) {
            return new Fact.Unknown<>(failed.why());
        }
    }

    static <T, U> Fact<U> then(Fact<T> fact, Step<T, U> step) {
        return fact.fold(
                known -> {
                    try {
                        return step.from(known);
                    } catch (RedisFailure failed) {
                        return new Fact.Unknown<>(failed.why());
                    }
                },
                Fact.Unknown::new);
    }
}
