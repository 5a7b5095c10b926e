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
                .filter(key -> JsonWebToken.in(key)
                        .flatMap(token -> token.claims().role())
                        .filter(ROLE::equals)
                        .isPresent());
    }
}
