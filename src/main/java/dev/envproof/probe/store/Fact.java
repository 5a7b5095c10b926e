package dev.envproof.probe.store;

import java.util.Optional;
import java.util.function.Function;

/** One thing about a store: known, or not and why. */
public sealed interface Fact<T> {

    record Known<T>(T value) implements Fact<T> {}

    /** {@code why} names the stage, never a value. */
    record Unknown<T>(String why) implements Fact<T> {}

    default Optional<T> known() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** What both cases come to. */
    default <R> R fold(Function<T, R> whenKnown, Function<String, R> whenUnknown) {
        return this instanceof Known<T> known
                ? whenKnown.apply(known.value())
                : whenUnknown.apply(((Unknown<T>) this).why());
    }
}
