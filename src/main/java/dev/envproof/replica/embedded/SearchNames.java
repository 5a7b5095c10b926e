package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import java.util.Optional;

/** How indices and aliases are called in a replica: {@code <prefix>_documents-000001} behind {@code <prefix>_documents}. */
final class SearchNames {
    private SearchNames() {}

    /** Of an environment, or of its name where its file declares none. */
    static String prefix(SystemUnderTest system, String environment, String store) {
        return Optional.of(environment)
                .flatMap(system::environment)
                .flatMap((Environment found) -> found.store(store))
                .map(StoreAddress::terms)
                .flatMap(terms -> terms.prefix())
                .orElse(environment);
    }

    static String alias(String prefix) {
        return prefix + "_documents";
    }

    static String index(String alias, int roll) {
        return "%s-%06d".formatted(alias, roll);
    }
}
