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

    static Held of(Sighting sighting) {
        State state = State.of(sighting);
        return new Held(sighting.variable(), state, state == State.SECRET ? sighting.fingerprints() : Set.of());
    }

    /** Whether both hold the same secret, in whatever coat. */
    boolean meets(Held other) {
        return !Collections.disjoint(fingerprints, other.fingerprints);
    }

    /** What a variable held. */
    enum State {
        SECRET,
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

        private static State of(Sighting sighting) {
            if (sighting.secret().isPublic()) {
                return PUBLIC;
            }
            return switch (sighting.presence()) {
                case NOT_VISIBLE -> sighting.secret().isOptional() ? OPTIONAL : NOT_VISIBLE;
                case UNSET -> UNSET;
                case EMPTY -> EMPTY;
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
