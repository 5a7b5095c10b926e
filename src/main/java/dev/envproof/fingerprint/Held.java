package dev.envproof.fingerprint;

import dev.envproof.probe.secrets.Sighting;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What one environment holds in one variable, without its value.
 *
 * @param fingerprints of the secret's forms under the shared key; empty where it holds no secret
 */
record Held(String variable, State state, Set<String> fingerprints) {
    Held {
        fingerprints = Set.copyOf(fingerprints);
    }

    /** @param fromProcess where a secret that a CI does not define is an empty variable, not an unset one */
    static Held of(Sighting sighting, boolean fromProcess) {
        State state = State.of(sighting, fromProcess);
        return new Held(sighting.variable(), state, state == State.SECRET ? sighting.fingerprints() : Set.of());
    }

    /** Of a variable that no environment declares. */
    static Held undeclared(Sighting sighting) {
        return new Held(sighting.variable(), State.UNDECLARED, sighting.fingerprints());
    }

    /** Whether both hold the same secret, in whatever coat; two that nobody declares are nobody's secret. */
    boolean meets(Held other) {
        boolean isDeclared = state == State.SECRET || other.state == State.SECRET;
        return isDeclared && !Collections.disjoint(fingerprints, other.fingerprints);
    }

    /** What a variable held. */
    enum State {
        SECRET,
        /** In a file with the environment's variables, and declared nowhere. */
        UNDECLARED,
        /** Handed to browsers on purpose. */
        PUBLIC,
        /** A placeholder or the like; the run itself judges those. */
        STAND_IN,
        EMPTY,
        /** The deployment does not have it. */
        UNSET,
        /** Not given to the runner that wrote the file. */
        NOT_VISIBLE,
        /** The same, and the environment may well lack it. */
        OPTIONAL,
        /** An address without a password in it. */
        NO_SECRET;

        private static State of(Sighting sighting, boolean fromProcess) {
            if (sighting.secret().isPublic()) {
                return PUBLIC;
            }
            return switch (sighting.presence()) {
                case NOT_VISIBLE -> sighting.secret().isOptional() ? OPTIONAL : NOT_VISIBLE;
                case UNSET -> UNSET;
                case EMPTY -> fromProcess && !sighting.secret().isOptional() ? NOT_VISIBLE : EMPTY;
                case SET -> ofValue(sighting);
            };
        }

        private static State ofValue(Sighting sighting) {
            if (sighting.isStandIn()) {
                return STAND_IN;
            }
            return sighting.isSecret() ? SECRET : NO_SECRET;
        }

        /** As a file spells it: {@code not visible}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Optional<State> named(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst();
        }
    }
}
