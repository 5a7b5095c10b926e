package dev.envproof.environment;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values of an environment's variables that must not be told, by the names of the variables. */
public final class SecretValues {
    private static final Pattern WITH_PASSWORD = Pattern.compile("(?s).*://[^/\\s]*:[^/\\s]+@.*");
    private static final int SHORTEST = 8;

    private SecretValues() {}

    /** What its file declares as secret, and what files with its variables hold under a secret's name. */
    public static Map<String, String> of(Environment environment, Variables variables) {
        Map<String, String> secrets = new TreeMap<>();
        Stream.concat(declared(environment, variables), undeclared(environment, variables))
                .forEach(name -> variables.value(name).ifPresent(value -> secrets.put(name, value)));
        secrets.values().removeIf(String::isBlank);
        return Map.copyOf(secrets);
    }

    /** Whatever a process holds under a secret's name, or with a password in it. */
    public static Map<String, String> ofProcess(Map<String, String> processEnvironment) {
        Map<String, String> secrets = new TreeMap<>(processEnvironment);
        secrets.entrySet().removeIf(it -> !mayBeSecret(it.getKey(), it.getValue()));
        return Map.copyOf(secrets);
    }

    private static Stream<String> declared(Environment environment, Variables variables) {
        Stream<String> listed = environment.secrets().stream()
                .filter(secret -> !secret.isPublic())
                .map(DeclaredSecret::variable);
        Stream<String> access = environment.access().map(Environment.AccessKey::variable).stream();
        Stream<String> keys = environment.stores().stream()
                .flatMap(store -> Stream.concat(store.keyVariable().stream(), store.legacyKeyVariable().stream()));
        Stream<String> used = environment.secretPolicy().secretVariables();
        return Stream.of(listed, access, keys, used, urlsWithPassword(environment, variables))
                .flatMap(names -> names);
    }

    private static Stream<String> undeclared(Environment environment, Variables variables) {
        return environment.variablesFrom().isEmpty()
                ? Stream.empty()
                : variables.asMap().entrySet().stream()
                        .filter(it -> mayBeSecret(it.getKey(), it.getValue()))
                        .map(Map.Entry::getKey);
    }

    /** A store's URL is no secret unless a password stands in it. */
    private static Stream<String> urlsWithPassword(Environment environment, Variables variables) {
        return environment.stores().stream()
                .flatMap(store -> Stream.of(
                                Stream.of(store.urlVariable()),
                                store.legacyUrlVariable().stream(),
                                store.terms().mail().stream().flatMap(StoreTerms.Mail::addresses))
                        .flatMap(names -> names))
                .filter(name ->
                        variables.value(name).filter(url -> url.contains("@")).isPresent());
    }

    private static boolean mayBeSecret(String name, String value) {
        SecretName told = new SecretName(name);
        return value.length() >= SHORTEST
                && (told.isSecret() && !told.isPublic() && !told.isAddress()
                        || WITH_PASSWORD.matcher(value).matches());
    }
}
