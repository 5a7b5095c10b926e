package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whose a search index is, by the longest declared prefix that its name begins with. */
record IndexOwner(SystemUnderTest system, String store) {
    private static final String SEPARATORS = "_-.";

    Optional<String> of(String index) {
        return system.environments().stream()
                .filter(environment ->
                        prefix(environment).filter(isPrefixOf(index)).isPresent())
                .max(Comparator.comparing((Environment environment) ->
                        prefix(environment).orElse("").length()))
                .map(Environment::name);
    }

    private static Predicate<String> isPrefixOf(String index) {
        return prefix -> index.equals(prefix)
                || index.startsWith(prefix) && SEPARATORS.indexOf(index.charAt(prefix.length())) >= 0;
    }

    Optional<String> prefix(Environment environment) {
        return Stream.of(environment)
                .flatMap(it -> it.store(store).stream())
                .map(StoreAddress::terms)
                .flatMap(terms -> terms.prefix().stream())
                .findFirst();
    }
}
