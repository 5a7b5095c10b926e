package dev.envproof.probe.store;

import dev.envproof.environment.Target;
import dev.envproof.probe.secrets.JsonWebToken;
import java.util.stream.Stream;

/** The keys that an environment gives to browsers, and that really are such keys. */
final class PublicKeys {
    private static final String ROLE = "anon";

    private PublicKeys() {}

    static Stream<String> of(Target target) {
        return target.environment().secrets().stream()
                .filter(secret -> secret.role().filter(ROLE::equals).isPresent())
                .flatMap(secret -> target.variables().value(secret.variable()).stream())
                .filter(key -> isPublic(key.strip()));
    }

    /** Newer keys carry no claims, and tell their role by their first letters. */
    private static boolean isPublic(String key) {
        return key.startsWith("sb_publishable_")
                || JsonWebToken.in(key)
                        .flatMap(token -> token.claims().role())
                        .filter(ROLE::equals)
                        .isPresent();
    }
}
