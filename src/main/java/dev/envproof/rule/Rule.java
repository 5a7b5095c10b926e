package dev.envproof.rule;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Seen;
import java.util.Arrays;
import java.util.List;

/** Judges what was seen of an environment, or of a pair; its class carries a {@link Card}. */
public sealed interface Rule<S extends Seen> {

    /** Judges one environment. */
    non-sealed interface OfEnvironment<S extends Seen> extends Rule<S> {
        Verdict judge(SystemUnderTest system, Environment environment, S seen);
    }

    /**
     * Judges a pair: what {@code from} has must not show up in {@code to}. Ordered: each pair of environments is judged
     * in both directions, unless the card says {@link Card#unordered}.
     */
    non-sealed interface OfPair<S extends Seen> extends Rule<S> {
        Verdict judge(Environment from, S seenInFrom, Environment to, S seenInTo);
    }

    default Card card() {
        return getClass().getAnnotation(Card.class);
    }

    /** Ids of the faults that this rule must find. */
    default List<String> faults() {
        return Arrays.stream(card().trippedBy()).map(Fault::id).toList();
    }
}
