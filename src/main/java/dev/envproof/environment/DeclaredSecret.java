package dev.envproof.environment;

import java.time.Duration;
import java.util.Optional;

/**
 * A secret that an environment's deployment is given, by the name of its variable.
 *
 * @param variable the variable that holds it
 * @param kind what shape it has
 * @param role the role that its claims must name, for a JWT
 * @param minimumLength in characters, by policy
 * @param rotateWithin the longest age that policy allows
 * @param isPublic handed to browsers on purpose (an anon key), so that equality rules do not apply
 * @param isOptional may be unset or empty
 */
public record DeclaredSecret(
        String variable,
        Kind kind,
        Optional<String> role,
        int minimumLength,
        Optional<Duration> rotateWithin,
        boolean isPublic,
        boolean isOptional) {

    /** The shape of a secret's value. */
    public enum Kind {
        JWT,
        URL,
        PASSWORD,
        OPAQUE
    }
}
