package dev.envproof.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an environment's programs must use its secrets, beside what the secrets themselves must be.
 *
 * @param tokens where tokens are checked that are signed with one of its secrets
 * @param urlParts variables that repeat parts of a URL, by the variable of the URL
 * @param defaultSecrets which services must not start with a default secret
 */
public record SecretPolicy(
        Optional<Tokens> tokens, Map<String, Map<UrlPart, String>> urlParts, Optional<DefaultSecrets> defaultSecrets) {

    /** Nothing is declared. */
    public static final SecretPolicy NONE = new SecretPolicy(Optional.empty(), Map.of(), Optional.empty());

    public SecretPolicy {
        urlParts = Map.copyOf(urlParts);
    }

    /** The variables that hold a secret, whether or not the file lists them among its secrets. */
    Stream<String> secretVariables() {
        return Stream.concat(
                tokens.map(Tokens::signedWith).stream(),
                urlParts.values().stream().flatMap(parts -> Optional.ofNullable(parts.get(UrlPart.PASSWORD)).stream()));
    }

    /**
     * A page that asks for a bearer token (RFC 6750) in the form of a JWT, signed with HS256.
     *
     * @param signedWith the variable of the secret that signs tokens
     * @param path relative to the service's route; asked with GET alone
     * @param subject the claim {@code sub}, where the service looks it up
     */
    public record Tokens(String signedWith, String service, String path, Optional<String> subject) {}

    /** A part of a URL that another variable repeats. */
    public enum UrlPart {
        USER,
        PASSWORD,
        HOST,
        PORT,
        DATABASE
    }

    /**
     * Secrets that must not be a published default.
     *
     * @param refusedBy the services that must not start with one
     * @param of the variables of the secrets
     */
    public record DefaultSecrets(List<String> refusedBy, List<String> of) {
        public DefaultSecrets {
            refusedBy = List.copyOf(refusedBy);
            of = List.copyOf(of);
        }
    }
}
