package dev.envproof.probe.secrets;

import dev.envproof.environment.DeclaredSecret;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of one variable, without its value.
 *
 * @param variable the variable that was read
 * @param secret the slot that it fills, as declared
 * @param presence whether there was anything to see
 * @param length how long the secret is, to within a class
 * @param reachesMinimum whether it has the declared length
 * @param shapes what its look gives away
 * @param fingerprints of its canonical forms, under the run's own key; empty where it holds no secret
 * @param server fingerprint of who is let in where, for a URL
 * @param claims what a token says about itself
 * @param project the project's reference in a URL's host
 */
public record Sighting(
        String variable,
        DeclaredSecret secret,
        Presence presence,
        Optional<LengthClass> length,
        boolean reachesMinimum,
        Set<Shape> shapes,
        Set<String> fingerprints,
        Optional<String> server,
        Optional<Claims> claims,
        Optional<String> project) {
    public Sighting {
        shapes = Set.copyOf(shapes);
        fingerprints = Set.copyOf(fingerprints);
    }

    static Sighting without(String variable, DeclaredSecret secret, Presence presence) {
        return new Sighting(
                variable,
                secret,
                presence,
                Optional.empty(),
                false,
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it holds something that is meant to be secret, and not a placeholder or the like. */
    public boolean isSecret() {
        return !fingerprints.isEmpty() && !secret.isPublic() && !isStandIn();
    }

    public boolean isStandIn() {
        return shapes.stream().anyMatch(Shape::isStandIn);
    }

    /** Whether both hold the same secret, in whatever coat. */
    public boolean meets(Sighting other) {
        return !Collections.disjoint(fingerprints, other.fingerprints);
    }

    /** When it was made: a token says so by itself, for another the file may state it. */
    public Optional<Instant> made() {
        return claims.flatMap(Claims::issuedAt)
                .or(() -> secret.rotatedOn()
                        .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    /** The project that it names, as a URL by its host or as a key by its claims. */
    public Optional<String> namedProject() {
        return project.or(() -> claims.flatMap(Claims::project));
    }

    /** Whether a variable had a value. */
    public enum Presence {
        SET,
        /** Set to nothing, or to blanks. */
        EMPTY,
        /** The deployment does not have it. */
        UNSET,
        /** The deployment may have it, but this run is not told. */
        NOT_VISIBLE
    }
}
