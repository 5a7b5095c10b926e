package dev.envproof.replica.embedded;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An object as a storage API's address names it: {@code <bucket>/<name>} for callers with a key,
 * {@code public/<bucket>/<name>} for everyone, {@code sign/<bucket>/<name>?token=<signature>} for whom it was signed.
 */
record ObjectAddress(Door door, String bucket, String name) {
    private static final String CLAIM = "url";

    enum Door {
        KEY,
        PUBLIC,
        SIGNED
    }

    static Optional<ObjectAddress> of(String path) {
        Door door = path.startsWith("public/") ? Door.PUBLIC : path.startsWith("sign/") ? Door.SIGNED : Door.KEY;
        String object = door == Door.KEY ? path : path.substring(path.indexOf('/') + 1);
        int slash = object.indexOf('/');
        return slash <= 0
                ? Optional.empty()
                : Optional.of(new ObjectAddress(door, object.substring(0, slash), object.substring(slash + 1)));
    }

    /** What opens this object until then, for whoever has it. */
    String signature(String secret, Instant until) {
        return Jwt.signed(Map.of(CLAIM, bucket + "/" + name, "exp", until.getEpochSecond()), secret);
    }

    boolean isSignedBy(String secret, String query) {
        return door == Door.SIGNED
                && query.startsWith("token=")
                && Jwt.verified(query.substring("token=".length()), secret, Instant.now())
                        .filter(claims -> claims.path(CLAIM).asText().equals(bucket + "/" + name))
                        .isPresent();
    }
}
