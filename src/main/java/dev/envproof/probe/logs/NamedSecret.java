package dev.envproof.probe.logs;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A secret of one environment that can be recognised in a text, in every form, and never be read out. */
final class NamedSecret {
    private static final Pattern URL_PASSWORD = Pattern.compile("^[A-Za-z0-9+.-]+://[^:/@]*:([^/]+)@");

    private static final int LEAST_HALF = 12;

    private final String variable;
    private final Redaction finder;
    private final Redaction halves;
    private final List<UnsaltedHashes> hashes;

    private NamedSecret(String variable, String value) {
        this.variable = variable;
        this.finder = Redaction.of(List.of(value));
        Matcher url = URL_PASSWORD.matcher(value);
        Optional<String> password = url.find() ? Optional.of(url.group(1)) : Optional.empty();
        this.halves = Redaction.of(halves(password.orElse(value)));
        this.hashes = Stream.concat(Stream.of(value), password.stream().flatMap(NamedSecret::written))
                .distinct()
                .map(UnsaltedHashes::of)
                .toList();
    }

    /** What the environment's deployment must keep to itself, apart from the key that every caller sends. */
    static List<NamedSecret> of(Target target) {
        Environment environment = target.environment();
        Stream<String> declared = environment.secrets().stream()
                .filter(secret -> !secret.isPublic())
                .map(DeclaredSecret::variable);
        Stream<String> keys = environment.stores().stream().flatMap(NamedSecret::keys);
        Optional<String> access = environment.access().map(Environment.AccessKey::variable);
        return Stream.concat(declared, keys)
                .filter(name -> access.filter(name::equals).isEmpty())
                .distinct()
                .flatMap(name -> target.variables().value(name).stream()
                        .filter(value -> value.length() >= Redaction.SHORTEST)
                        .map(value -> new NamedSecret(name, value)))
                .toList();
    }

    /** A password as the URL has it and as the server takes it. */
    private static Stream<String> written(String password) {
        try {
            return Stream.of(password, URLDecoder.decode(password.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return Stream.of(password);
        }
    }

    /** Half of a long random value is no mask; half of a JWT or of an address is public. */
    private static List<String> halves(String value) {
        boolean isRandom = value.length() >= 2 * LEAST_HALF && !value.contains("://") && !value.startsWith("eyJ");
        int half = value.length() / 2;
        return isRandom ? List.of(value.substring(0, half), value.substring(value.length() - half)) : List.of();
    }

    private static Stream<String> keys(StoreAddress store) {
        return Stream.concat(store.keyVariable().stream(), store.legacyKeyVariable().stream());
    }

    String variable() {
        return variable;
    }

    /** Finds whatever one of these secrets, or half of it, is in; one search instead of two for each secret. */
    static Redaction anyOf(List<NamedSecret> secrets) {
        return Redaction.union(secrets.stream()
                .flatMap(secret -> Stream.of(secret.finder, secret.halves))
                .toList());
    }

    boolean isIn(String text) {
        return finder.finds(text);
    }

    boolean isHalfIn(String text) {
        return halves.finds(text);
    }

    /** The algorithm whose hash of the secret, whole or shortened, stands in the text. */
    Optional<String> hashIn(HashTokens tokens) {
        return hashes.stream().flatMap(hash -> hash.in(tokens).stream()).findFirst();
    }
}
