package dev.envproof.environment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A secret that an environment's deployment is given, by the name of its variable.
 *
 * @param variable the variable that holds it
 * @param kind what shape it has
 * @param role the role that its claims must name, for a JWT
 * @param minimumLength in characters, by policy; of the password where the value is a URL that holds one
 * @param rotateWithin the longest age that policy allows
 * @param rotatedOn when it was last changed, for a secret that does not tell by itself
 * @param isPublic handed to browsers on purpose (an anon key), so that equality and strength do not matter
 * @param isOptional may be unset or empty
 * @param mayBeDefault a placeholder or a published default is meant here, as on a developer's machine
 */
public record DeclaredSecret(
        String variable,
        Kind kind,
        Optional<String> role,
        int minimumLength,
        Optional<Duration> rotateWithin,
        Optional<LocalDate> rotatedOn,
        boolean isPublic,
        boolean isOptional,
        boolean mayBeDefault) {

    /** A secret of which nothing but its variable and shape is declared. */
    public static DeclaredSecret of(String variable, Kind kind) {
        return new DeclaredSecret(
                variable,
                kind,
                Optional.empty(),
                kind.minimumLength,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false);
    }

    /** The shape of a secret's value. */
    public enum Kind {
        JWT(32),
        URL(16),
        PASSWORD(16),
        OPAQUE(32);

        private final int minimumLength;

        Kind(int minimumLength) {
            this.minimumLength = minimumLength;
        }

        /** The shortest length, in characters, where a file declares none. */
        public int minimumLength() {
            return minimumLength;
        }
    }
}
