package dev.envproof.probe;

import dev.envproof.environment.Target;

/**
 * Looks once at one environment's target and says what it saw; it never judges and never throws for what a target does.
 *
 * @param <S> what it sees
 */
public interface Probe<S extends Seen> {

    /** The type that rules ask for. */
    Class<S> sees();

    S look(Target target, Lookout lookout);

    /** A probe that disturbs a target looks after all others have, one environment at a time. */
    default boolean disturbs() {
        return false;
    }

    /** A probe that looks for canaries starts once they are planted; where no such probe looks, nothing is written. */
    default boolean seeksCanaries() {
        return false;
    }
}
